export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = async () => {
    await navigator.clipboard.writeText(data.text);
    button.textContent = data.done;
    setTimeout(() => {
      button.textContent = data.label;
    }, 2000);
  };
}
