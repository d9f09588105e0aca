/**
 * Messages are shown as the channels send them, with the choices that the flow offers.
 */
import { expect, it } from "vitest";
import { listTexts } from "../copy/catalogue.ts";
import { createCopy } from "../copy/copy.ts";
import { readConfig } from "../env.ts";
import { countsOf, showMessage } from "./message.ts";

const copy = createCopy(readConfig({}).org);
const entries = [...listTexts("en"), ...listTexts("es")];
const keys = [...new Set(entries.map((entry) => entry.key))];

it("shows every key in both languages with nothing left unfilled", () => {
  for (const key of keys) {
    for (const locale of ["en", "es"] as const) {
      for (const count of countsOf(entries, key)) {
        const { chat, texts } = showMessage(copy, entries, key, locale, count);
        for (const text of [chat.text, ...chat.choices, ...texts.map((one) => one.text)])
          expect(text, `${locale} ${key}`).not.toMatch(/\{\{|\}\}|undefined|NaN/);
      }
    }
  }
});

it("offers beneath a question what the flow offers there", () => {
  const choices = (key: string) => showMessage(copy, entries, key, "en").chat.choices;
  expect(choices("questions.start.ask")).toEqual(["I agree", "Only the steps, no name"]);
  expect(choices("questions.start.askUnknown")).toEqual(["I agree, in English", "Acepto, en español"]);
  expect(choices("questions.name.ask")).toEqual([]);
  expect(choices("questions.birthDate.ambiguous")).toEqual(["March 4, 1970", "April 3, 1970"]);
  expect(choices("questions.confirm.ask")).toHaveLength(5);
  expect(choices("questions.confirm.askChange")).toHaveLength(4);
  // A button for who has no date; a text message says it in words.
  expect(choices("questions.birthDate.ask")).toEqual(["Not sure"]);
  expect(showMessage(copy, entries, "questions.birthDate.ask", "en").texts[0]?.text).not.toContain("\n");
  expect(choices("questions.place.why")).toEqual([]);
  expect(choices("questions.place.retry2")).toHaveLength(5);
});

it("says how a text message relates to the chat's text", () => {
  const sms = (key: string) => showMessage(copy, entries, key, "en").sms;
  expect(sms("outcomes.dismissed")).toBe("own");
  expect(sms("outcomes.touches2016")).toBe("same");
  expect(sms("outcomes.info")).toBe("woven");
  expect(sms("pages.title")).toBe("none");
});

it("counts so that every plural form of both languages is shown", () => {
  expect(countsOf(entries, "outcomes.several")).toEqual([1, 2, 1_000_000]);
  expect(countsOf(entries, "outcomes.dismissed")).toEqual([2]);
});
