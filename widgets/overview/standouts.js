export default function ({ data, parentElement, setTriggerValue }) {
  const list = parentElement.querySelector(".standouts");
  list.replaceChildren(
    ...data.lines.map((line, place) => {
      const item = document.createElement("li");
      const text = document.createElement("span");
      text.textContent = `${line.text} `;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = line.lead;
      button.setAttribute("aria-label", `${line.lead}: ${line.text}`);
      button.onclick = () => setTriggerValue("open", place);
      item.append(text, button);
      return item;
    }),
  );
  parentElement.querySelector("h2").textContent = data.title;
}
