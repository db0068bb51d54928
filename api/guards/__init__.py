"""What stands between the network and the app: headers, hosts, encodings, patience."""
