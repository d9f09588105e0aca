/**
 * A day at a clinic as an outreach worker works it: forty people in a row by turns in both languages, most on the short
 * form and some at the table; the signal goes and comes back, the phone locks, and another worker takes it over. After each
 * person nothing of them is left: on the page, behind it, or on the device.
 */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { inviteStaff } from "../../src/acts/staff/invite.ts";
import { makeApp, phone as texting } from "../support/app.ts";
import { crowd, loadList, record } from "../support/list.ts";
import { codeOf, datesStandStill, joinStaff } from "../support/staff.ts";
import { newPhone } from "../support/talk.ts";
import {
  fill,
  prepared,
  ready,
  save,
  slips,
  stored,
  told,
  twilio,
  type Asked,
} from "./support/outreachPhone.ts";
import { staffSite } from "./support/staffSite.ts";
import { answerAll, follow, press } from "./support/tableTalk.ts";

const site = staffSite({ twilio });
datesStandStill();
const pin = "4827";
const second = { email: "second.worker@staff.example", password: "heron lamp quiet harbour", pin: "91573" };
const minute = 60_000;

const givens = ["Rosalind", "Wilhelmina", "Xavier", "Ottilie", "Barnaby", "Cornelius", "Philippa", "Zebedee"];
const families = ["Wexmoore", "Quorndale", "Oakenshaw", "Ipswich", "Thistlewood"];
const months = { en: ["March", "June", "August"], es: ["marzo", "junio", "agosto"] };

interface Person extends Asked {
  /** As the table's three fields take it. */
  date: [string, string, string];
  listed: boolean;
}

/** All invented; every tenth is on the list. */
const people: Person[] = Array.from({ length: 40 }, (_, n) => {
  const locale = n % 2 === 0 ? "en" : "es";
  const listed = n % 10 < 2;
  const name = listed ? "Marcus Tollesworth" : `${givens[n % 8]} ${families[n % 5]}`;
  const month = listed ? (locale === "en" ? "May" : "mayo") : (months[locale][n % 3] ?? "");
  const [day, year] = listed ? ["19", "1974"] : [String(13 + (n % 15)), String(1941 + n)];
  const birthDate = locale === "en" ? `${month} ${day} ${year}` : `${day} de ${month} de ${year}`;
  return { locale, name, birthDate, date: [day, month, year], listed };
});
/** Who sits down at the table; all others stand at the short form. */
const atTable = new Set([4, 9, 31, 36]);
const say = (locale: "en" | "es", key: string) => site.app().copy.text(key, locale);

/** Nothing of this person: in what stands on the page, in what Back brings, or in what the device keeps. */
async function nothingLeft(page: Page, { name, birthDate }: Person, code = ""): Promise<void> {
  const theirs = new RegExp([...name.split(" "), birthDate, ...(code === "" ? [] : [code])].join("|"));
  const text = async () => {
    const values = await page.evaluate(() =>
      Array.from(document.querySelectorAll("input"), (field) =>
        field.type === "checkbox" ? "" : field.value,
      ),
    );
    return (await page.content()) + values.join("\n");
  };
  expect(await text()).not.toMatch(theirs);
  await page.goBack();
  expect(await text()).not.toMatch(theirs);
  const kept = (await stored(page)).text;
  expect(kept).not.toMatch(theirs);
  if (code !== "") expect(kept).not.toContain(code.replace(/-/g, ""));
}

async function open(page: Page): Promise<void> {
  await page.goto(`${site.url()}/outreach/form`);
  await ready(page);
}

async function withSignal(page: Page, person: Person): Promise<void> {
  await open(page);
  await fill(page, person);
  await follow(page, page.locator("[data-send]"));
  const heard = await told(page);
  if (person.listed) expect(heard).toContain(person.locale === "en" ? "February 2020" : "febrero de 2020");
  else expect(heard).not.toMatch(/(?:February|febrero de) 2020/);
  await press(page, "Next person, short form");
  await nothingLeft(page, person);
}

async function withoutSignal(page: Page, person: Person): Promise<string> {
  await open(page);
  await fill(page, person);
  const code = await save(page);
  await page.locator("[data-next]").click();
  await nothingLeft(page, person, code);
  return code;
}

async function sitDown(page: Page, person: Person, next: "en" | "es"): Promise<void> {
  const { locale } = person;
  await page.goto(`${site.url()}/outreach`);
  const goOn = page.getByRole("link", { name: say("en", "outreach.start.goOn") });
  if ((await goOn.count()) > 0) await follow(page, goOn);
  else await press(page, say("en", `outreach.start.${locale === "en" ? "english" : "spanish"}`));
  expect(await page.locator(".table-say").textContent()).toBe(say(locale, "outreach.consent.say"));
  await press(page, say("en", "outreach.consent.yes"));
  await answerAll(page, say, person);
  expect(await page.locator("h1").textContent()).toBe("Read it together");
  await press(page, next === "en" ? "Next person, in English" : "Next person, in Spanish");
  await nothingLeft(page, person);
}

/** Two minutes without a touch; then a wrong PIN, and the right one. */
async function lockAndOpen(page: Page, right: string): Promise<void> {
  await page.clock.fastForward(2 * minute + 1_000);
  await page.locator("html[data-covered] [data-cover]").waitFor();
  for (const text of ["0000", right]) {
    await page.locator("#cover-pin").fill(text);
    await page.locator("[data-unlock] button").click();
    if (text !== right) await page.getByText("That PIN did not work.").waitFor();
  }
  await page.locator("html:not([data-covered])").waitFor();
}

it("forty people in a row, with the signal lost, the phone locked, and another worker at it", async () => {
  const { services } = site.app();
  await loadList(services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });
  const { link } = await inviteStaff(
    services,
    { email: second.email, role: "worker", locale: "en" },
    "operator",
  );
  const { secret } = await joinStaff(site.app(), new URL(link).pathname, second);
  const { page, complaints, close } = await site.openAs("worker", "/outreach/form", {
    pin,
    name: "Wren First",
  });
  await ready(page);
  await prepared(page);
  await page.clock.install();
  const codes = new Map<Person, string>();

  for (const [n, person] of people.entries()) {
    if (n === 12) {
      await open(page);
      await site.lose(page);
    }
    if (n === 27) {
      // The signal is back: what waited goes, once the server has been told the PIN as well.
      await open(page);
      await site.find(page);
      await page.clock.fastForward(minute);
      await page.getByText(`Forms sent: ${codes.size}.`).waitFor();
      expect(await slips(site)).toBe(codes.size);
      expect((await stored(page)).waiting).toBe(0);
      // The first worker's phone is locked when the second takes it over, and signs in by all that it takes.
      await open(page);
      await page.locator("[data-lock] button").click();
      await page.locator("html[data-covered] [data-cover]").waitFor();
      await follow(page, page.locator("[data-cover] form[action='/staff/hand-over'] button"));
      await page.goto(`${site.url()}/staff/sign-in?to=/outreach/form`);
      await page.getByLabel("Email").fill(second.email);
      await page.getByLabel("Password").fill(second.password);
      await press(page, "Next");
      await page.getByLabel("Code").fill(codeOf(secret));
      await press(page, "Sign in");
      await ready(page);
      await prepared(page);
      expect(await page.content()).not.toContain("Wren First");
      expect((await stored(page)).text).not.toContain("Wren First");
    }
    if (atTable.has(n)) await sitDown(page, person, n < 20 ? "es" : "en");
    else if (n < 12 || n >= 27) await withSignal(page, person);
    else codes.set(person, await withoutSignal(page, person));
    // The phone lies on the table for a while: without a signal, and with one.
    if (n === 18) {
      await open(page);
      await page.locator("#f-name").fill("half a name");
      await lockAndOpen(page, pin);
      expect(await page.locator("#f-name").inputValue()).toBe("half a name");
    }
    if (n === 34) {
      await open(page);
      await lockAndOpen(page, second.pin);
    }
  }

  expect(codes.size).toBe(15);
  const left = await services.database.query<{ n: number }>(
    "select count(*)::int as n from turn where reply is not null",
  );
  expect(left).toEqual([{ n: 0 }]);
  // Those who left with a slip hear their answers.
  const byText = await makeApp({
    database: { ...services.database },
    runtime: services.runtime,
    config: { twilio },
  });
  for (const [person, code] of codes) {
    const talk = texting(byText, newPhone());
    await talk(code);
    const answer = (await talk(person.birthDate)).join(" ");
    const found = person.locale === "en" ? "February 2020" : "febrero de 2020";
    if (person.listed) expect(answer).toContain(found);
    else expect(answer).not.toContain(found);
  }
  expect(complaints.filter((one) => !/ERR_(?:INTERNET_DISCONNECTED|CONNECTION_REFUSED)/.test(one))).toEqual(
    [],
  );
  await close();
}, 420_000);
