export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".leads");
  const heading = root.querySelector("h2");
  heading.textContent = data.title;
  heading.hidden = !data.title;
  const list = root.querySelector("ul");
  list.className = data.inRow ? "row" : "lines";
  list.replaceChildren(
    ...data.leads.map(([label, text], place) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.onclick = () => setTriggerValue("choose", place);
      const words = document.createElement("span");
      words.textContent = text ? ` ${text}` : "";
      item.append(button, words);
      return item;
    }),
  );
}
