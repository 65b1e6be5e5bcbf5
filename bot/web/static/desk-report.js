// Where the circles stand: the figures as tables, the files to save.
import { begin, spoken, texts } from "./desk-words.js";
import { make } from "./render.js";

const $ = (id) => document.getElementById(id);
let asked = 0; // the newest question; answers to older ones are not shown

const wanted = () => new URLSearchParams({ language: spoken(), ...($("circle").value ? { circle: $("circle").value } : {}) });

function table({ caption, header, rows }) {
  const slide = make("div", "slide");
  slide.tabIndex = 0; // slid by keys, too
  slide.setAttribute("role", "region");
  slide.setAttribute("aria-label", caption);
  const drawn = make("table");
  const head = make("tr");
  head.append(...header.map((name) => cell("th", name, "col")));
  const body = make("tbody");
  body.append(
    ...rows.map(([first, ...rest]) => {
      const row = make("tr");
      row.append(cell("th", first, "row"), ...rest.map((value) => make("td", "", value)));
      return row;
    }),
  );
  const top = make("thead");
  top.append(head);
  drawn.append(make("caption", "", caption), top, body);
  slide.append(drawn);
  return slide;
}

function cell(kind, text, scope) {
  const made = make(kind, "", text);
  made.scope = scope;
  return made;
}

function fileLink({ what, label }) {
  const link = make("a", "quiet", label);
  link.href = `/desk/report/files/${what}?${wanted()}`;
  link.download = "";
  return link;
}

function draw(shown) {
  $("choose").hidden = !shown.circles.length;
  $("circle").replaceChildren(
    ...shown.circles.map(({ id, label }) => {
      const option = make("option", "", label);
      option.value = id;
      option.selected = id === shown.of;
      return option;
    }),
  );
  $("title").textContent = shown.title;
  $("lines").replaceChildren(...shown.lines.map((text) => make("li", "", text)));
  $("files").replaceChildren(...shown.files.map(fileLink));
  $("hint").hidden = false;
  $("tables").replaceChildren(...shown.tables.filter(({ rows }) => rows.length).map(table));
}

async function look() {
  const mine = (asked += 1);
  $("said").textContent = texts("page-report-wait");
  const answer = await fetch(`/desk/report/state?${wanted()}`, { cache: "no-store" }).catch(() => null);
  if (mine !== asked) return;
  if (answer?.ok) {
    draw(await answer.json());
    $("said").textContent = "";
    return;
  }
  const why = { 401: "page-report-sign-in", 403: "page-report-not-yours" }[answer?.status] || "page-desk-not-done";
  $("said").textContent = texts(why);
}

$("circle").addEventListener("change", look);
begin("page-report-title", look);
