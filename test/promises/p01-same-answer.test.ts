/**
 * P1: whatever does not confirm gets the same reply, byte for byte, to the topics and the steps.
 */
import { beforeAll, expect, it } from "vitest";
import type { ListRecord } from "../../src/matching/types.ts";
import { makeApp, type TestApp } from "../support/app.ts";
import { forBothDatabases } from "../support/database.ts";
import { crowd, loadList, marcus, record, type Person } from "../support/list.ts";
import { lookUpAs, wrongDates } from "../support/lookUps.ts";
import { newPhone, newTalk, untilLookup, type Answered } from "../support/talk.ts";

const name = (given: string, family: string) => ({ given: [given], family: [family] });

/** What stands on the list while Marcus is asked for by name and date. */
const nearlyHim: Record<string, ListRecord[]> = {
  absent: [],
  "another given name": [record({ name: name("PRUDENCE", "TOLLESWORTH") })],
  "another family name": [record({ name: name("MARCUS", "OAKENSHAW") })],
  "another day": [record({ birthDate: "1974-05-20" })],
  "another month": [record({ birthDate: "1974-06-19" })],
  "another year": [record({ birthDate: "1975-05-19" })],
  "no birth date": [record({ birthDate: undefined } as unknown as ListRecord)],
  "five who are nearly him": [1, 2, 3, 4, 6].map((n) =>
    record({ birthDate: `1974-05-1${n}`, caseNumber: `BA40000${n}` }),
  ),
};

/** What stands there while he is asked for by case number. */
const nearlyItsNumber: Record<string, ListRecord[]> = {
  absent: [],
  "the number under another name": [record({ name: name("PRUDENCE", "OAKENSHAW") })],
  "his name under another number": [record({ caseNumber: "BA131775" })],
};

const afterwards = ["2", "1", "1", "1", "1", "8", "2"];
const otherWay = ["3", "2", "Marcos Tollesworth", "1", "1"];

forBothDatabases((_kind, makeDatabase) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase() });
  });

  const load = (records: ListRecord[]) =>
    loadList(app.services, { id: "2020", announced: "2020-02-13", records: [...records, ...crowd(35)] });

  /** All that a person hears, without what is random. */
  async function transcript(
    channel: "sms" | "web",
    locale: "en" | "es",
    person: Person,
    then: readonly string[],
  ): Promise<Answered[]> {
    const talk = await newTalk(app, channel, locale, newPhone());
    for (const text of [...untilLookup(channel, locale, person), ...then]) await talk.say(text);
    return talk.heard.map((one) => ({
      ...one,
      body: one.body.replace(/"conversation":"[\w-]+"/, '"conversation":"…"'),
    }));
  }

  const everywhere = (["sms", "web"] as const).flatMap((channel) =>
    (["en", "es"] as const).map((locale) => ({ channel, locale, after: afterwards })),
  );
  const ways = [
    ...everywhere,
    { channel: "sms", locale: "en", after: otherWay } as const,
    { channel: "web", locale: "es", after: otherWay } as const,
  ];

  /** The transcripts of every way against each of the lists. */
  async function expectAlike(
    variants: Record<string, ListRecord[]>,
    person: (locale: "en" | "es") => Person,
  ) {
    const nothing: Answered[][] = [];
    for (const [what, records] of Object.entries(variants)) {
      await load(records);
      for (const [index, { channel, locale, after }] of ways.entries()) {
        const heard = await transcript(channel, locale, person(locale), after);
        expect(heard.map((one) => one.status)).toEqual(heard.map(() => 200));
        expect(heard, `${what}, ${channel}, ${locale}`).toEqual((nothing[index] ??= heard));
      }
    }
  }

  const him = (locale: "en" | "es"): Person =>
    locale === "en" ? marcus : { ...marcus, birthDate: "19 de mayo de 1974" };

  it(
    "by name and date, nothing, any one field off, and five nearly right read alike to the byte",
    { timeout: 120_000 },
    async () => {
      await expectAlike(nearlyHim, him);
    },
  );

  it(
    "by case number, nothing, another name and another number read alike to the byte",
    { timeout: 120_000 },
    async () => {
      await expectAlike(nearlyItsNumber, (locale) => ({
        ...him(locale),
        caseNumber: "BA131774",
        birthDate: locale === "en" ? "skip" : "no se",
      }));
    },
  );

  it("the same words against his own record do confirm, so that the sameness above means something", async () => {
    await load([record({ caseNumber: "BA700001" })]);
    for (const { channel, locale } of everywhere) {
      const confirmed = await transcript(channel, locale, him(locale), []);
      expect(confirmed.at(-1)?.body).toMatch(/February 2020|febrero de 2020/);
    }
  });

  it(
    "a record frozen by five wrong dates in a month, or twelve in a year, reads like nothing there",
    { timeout: 120_000 },
    async () => {
      const { runtime } = app.services;
      for (const channel of ["sms", "web"] as const) {
        await load([]);
        const absent = await transcript(channel, "en", marcus, afterwards);
        await load([record({ caseNumber: `BA80001${channel.length}` })]);
        for (const birthDate of wrongDates(5)) await lookUpAs(app.services, { birthDate });
        expect(await transcript(channel, "en", marcus, afterwards)).toEqual(absent);
      }
      await load([record({ caseNumber: "BA900012" })]);
      for (const birthDate of wrongDates(12)) {
        expect((await lookUpAs(app.services, { birthDate })).kind).toBe("notConfirmed");
        runtime.advance(8 * 86_400_000);
      }
      // Imported again: the budget stands on the record, not on a version of the list.
      await load([record({ caseNumber: "BA900012" })]);
      const frozen = await transcript("sms", "en", marcus, afterwards);
      await load([]);
      expect(frozen).toEqual(await transcript("sms", "en", marcus, afterwards));
    },
  );
});
