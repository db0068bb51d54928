import { keepTranslated } from "../elements/their_words.js";

const YEAR_SECONDS = 31536000;

let spoken = "en";

export default function ({ data, parentElement, setTriggerValue }) {
  if (data.language !== spoken) keepTranslated(data.words);
  spoken = data.language;
  document.documentElement.lang = data.language;
  document.documentElement.dir = data.from_right ? "rtl" : "ltr";
  const label = parentElement.querySelector("label");
  const select = parentElement.querySelector("select");
  label.hidden = data.hidden || data.languages.length < 2;
  label.querySelector("span").textContent = data.label;
  select.replaceChildren(
    ...data.languages.map(([code, name]) => {
      const option = new Option(name, code, false, code === data.language);
      option.lang = code;
      return option;
    }),
  );
  select.onchange = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads it before a page is there.
    document.cookie = `${data.cookie}=${select.value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    setTriggerValue("chosen", select.value);
  };
}
