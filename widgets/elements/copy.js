export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const status = parentElement.querySelector("[role=status]");
  button.textContent = data.label;
  button.onclick = async () => {
    await navigator.clipboard.writeText(data.text || location.href);
    button.textContent = status.textContent = data.done;
    setTimeout(() => {
      button.textContent = data.label;
      status.textContent = "";
    }, 2000);
  };
}
