// The list of requests: mine, waiting, all.
import { make } from "./render.js";

export const FILTERS = {
  mine: (ticket) => ticket.mine,
  waiting: (ticket) => ticket.turn === "queue",
  all: () => true,
};

// How long ago, in the largest unit that says something: "12 min", "3 hr", "2 days".
export function ago(since, now, language) {
  const minutes = Math.max(0, Math.floor((now / 1000 - since) / 60));
  const [value, unit] =
    minutes < 60 ? [minutes, "minute"] : minutes < 2880 ? [Math.floor(minutes / 60), "hour"] : [Math.floor(minutes / 1440), "day"];
  const locale = language === "hi" ? "hi-IN" : "en-IN";
  const display = { style: "unit", unit, unitDisplay: language === "hi" ? "long" : "short" };
  return new Intl.NumberFormat(locale, display).format(value);
}

export function subjectOf(ticket, texts) {
  return ticket.topics.join(", ") || texts("page-desk-no-topic");
}

export function turnOf(ticket, texts, now, language) {
  const words = texts(`page-desk-turn-${ticket.turn}`);
  return ticket.turn === "closed" ? words : `${words} · ${ago(ticket.since, now, language)}`;
}

export function drawTabs(parent, chosen, tickets, texts, onChoose) {
  const held = parent.contains(document.activeElement) && document.activeElement.dataset.filter;
  parent.replaceChildren(
    ...Object.keys(FILTERS).map((filter) => {
      const tab = make("button", "tab", texts(`page-desk-${filter}`));
      tab.type = "button";
      tab.dataset.filter = filter;
      tab.setAttribute("aria-pressed", String(filter === chosen));
      tab.append(make("span", "count", String(tickets.filter(FILTERS[filter]).length)));
      tab.addEventListener("click", () => onChoose(filter));
      return tab;
    }),
  );
  if (held) parent.querySelector(`[data-filter="${held}"]`).focus();
}

function row(ticket, isOpen, texts, now, language) {
  const item = make("li");
  const link = make("a", `ticket ${ticket.turn}`);
  const top = make("span", "top");
  const facts = [`#${ticket.id}`, ticket.circle || texts("page-desk-no-circle"), texts(`page-desk-speaks-${ticket.language}`)];
  link.href = `#${ticket.id}`;
  link.dataset.id = ticket.id;
  if (isOpen) link.setAttribute("aria-current", "true");
  top.append(make("strong", "", subjectOf(ticket, texts)));
  if (ticket.unread) {
    const unread = make("span", "unread", String(ticket.unread));
    unread.append(make("span", "unseen", ` ${texts("page-desk-unread")}`));
    top.append(unread);
  }
  link.append(top, make("span", "facts", facts.join(" · ")), make("span", "turn", turnOf(ticket, texts, now, language)));
  item.append(link);
  return item;
}

export function drawList(parent, tickets, open, texts, now, language) {
  const held = parent.contains(document.activeElement) && document.activeElement.dataset.id;
  parent.replaceChildren(...tickets.map((ticket) => row(ticket, ticket.id === open, texts, now, language)));
  if (held) parent.querySelector(`[data-id="${held}"]`)?.focus();
}
