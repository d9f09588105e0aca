/**
 * People who wait for a person, for tests of the queue: asked for by signed texts, as anybody asks.
 */
import { loadList, crowd, marcus, record } from "./list.ts";
import type { TestApp } from "./app.ts";
import { newPhone, postText, untilLookup } from "./talk.ts";

/** A date one digit off the record's: near, and nothing the machine confirms. */
export const nearMarcus = { ...marcus, birthDate: "May 13, 1974" };

export async function loadMarcus(app: TestApp): Promise<void> {
  await loadList(app.services, {
    id: "2020",
    announced: "2020-02-13",
    records: [record(), ...crowd(35)],
  });
}

export interface Wish {
  locale?: "en" | "es";
  person?: typeof marcus;
  urgent?: boolean;
  /** May a message be left? Yes unless told. */
  message?: boolean;
}

/** Looks somebody up by text and asks to be called at that phone. @returns the phone. */
export async function waitForPerson(app: TestApp, wish: Wish = {}): Promise<string> {
  const { locale = "en", person = nearMarcus, urgent = false, message = true } = wish;
  const phone = newPhone();
  const yes = (is: boolean) => (is ? "1" : "2");
  const call = ["1", "1", "3", yes(message), yes(urgent), "1"];
  const asking = locale === "en" ? "PERSON" : "PERSONA";
  for (const text of [...untilLookup("sms", locale, person), asking, ...call])
    await postText(app, phone, text);
  return phone;
}
