// What the pages beside the desk say: the texts of both languages, and which one was chosen.
const LANGUAGE = "dakpath.desk.language";
let catalogue = { en: {}, hi: {} };
let language = "en";

export const spoken = () => language;
export const texts = (id) => catalogue[language]?.[id] ?? catalogue.en?.[id] ?? "";

export function speak(chosen, title, keeps) {
  language = chosen === "hi" ? "hi" : "en";
  try {
    if (keeps) window.localStorage.setItem(LANGUAGE, language);
  } catch {
    // not allowed: chosen for this visit only
  }
  document.documentElement.lang = language;
  document.title = texts(title);
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = texts(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", texts(element.dataset.label));
  const button = document.getElementById("language");
  const other = language === "hi" ? "en" : "hi";
  button.textContent = other === "hi" ? "हिंदी" : "English";
  button.lang = other;
}

function remembered() {
  try {
    return window.localStorage.getItem(LANGUAGE);
  } catch {
    return null;
  }
}

// Loads the texts and speaks the remembered language; `look` shows everything in it, now and when it is changed.
export async function begin(title, look) {
  for (let wait = 500; ; wait = Math.min(wait * 2, 15000)) {
    const answer = await fetch("/page-texts").catch(() => null);
    if (answer?.ok) {
      catalogue = await answer.json();
      break;
    }
    await new Promise((resolve) => window.setTimeout(resolve, wait));
  }
  speak(remembered() || language, title);
  document.getElementById("language").addEventListener("click", () => {
    speak(language === "hi" ? "en" : "hi", title, true);
    look();
  });
  await look();
}
