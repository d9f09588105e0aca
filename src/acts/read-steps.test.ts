/**
 * The steps to take along: what was told, told again, in either language, and nothing else.
 */
import { beforeAll, expect, it } from "vitest";
import { makeApp, type TestApp } from "../../test/support/app.ts";
import { forBothDatabases } from "../../test/support/database.ts";
import { crowd, loadList, marcus, record, type Person } from "../../test/support/list.ts";
import { newAddress, untilLookup, webTalk, type WebTalk } from "../../test/support/talk.ts";
import { renderSay } from "../copy/render.ts";
import { readSteps } from "./read-steps.ts";

const hour = 3_600_000;

forBothDatabases((_kind, makeDatabase) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await makeApp({ database: await makeDatabase() });
    await loadList(app.services, { id: "2020", announced: "2020-02-13", records: [record(), ...crowd(35)] });
  });

  /** A person who was told what their lookup found. */
  async function told(locale: "en" | "es", person: Person): Promise<WebTalk> {
    const talk = await webTalk(app, { locale, headers: { "x-forwarded-for": newAddress() } });
    for (const text of untilLookup("web", locale, person)) await talk.say(text);
    return talk;
  }

  const keys = async (talk: WebTalk) =>
    (await readSteps(app.services, talk.token))?.says.map((say) => say.key) ?? [];
  const texts = async (talk: WebTalk, locale: "en" | "es") =>
    ((await readSteps(app.services, talk.token))?.says ?? []).map(
      (say) => renderSay(app.copy, say, locale, "web").text,
    );

  it("a confirmed case: its outcome, each topic asked for once, and what closes every result at the end", async () => {
    const talk = await told("en", marcus);
    for (const choice of ["work", "proof", "work", "person"]) await talk.send({ choice });
    expect(await keys(talk)).toEqual([
      "outcomes.dismissed",
      "topics.proof",
      "topics.work",
      "outcomes.missedCourt",
      "outcomes.immigration",
      "outcomes.info",
    ]);
  });

  it.each(["en", "es"] as const)("holds word for word what was told in the chat (%s)", async (locale) => {
    const talk = await told(locale, { ...marcus, name: "Prudence Oakenshaw" });
    for (const text of ["2", "1", "1", "1"]) await talk.say(text);
    await talk.send({ choice: "immigration" });
    const heard = new Set(talk.heard.flatMap((one) => one.texts));
    const taken = await texts(talk, locale);
    expect(taken.length).toBeGreaterThan(5);
    for (const text of taken) expect(heard).toContain(text);
    const other = await texts(talk, locale === "en" ? "es" : "en");
    expect(other).toHaveLength(taken.length);
    for (const text of other) expect(heard).not.toContain(text);
  });

  it("what did not confirm is the same, whatever is on the list", async () => {
    const all: string[][] = [];
    for (const person of [
      { ...marcus, name: "Prudence Oakenshaw" },
      { ...marcus, birthDate: "May 20, 1974" },
    ])
      all.push(await texts(await told("en", person), "es"));
    expect(all[0]).toEqual(all[1]);
    expect(all[0]?.length).toBeGreaterThan(2);
  });

  it("repeats nothing that was typed", async () => {
    const talk = await told("en", marcus);
    const whole = [...(await texts(talk, "en")), ...(await texts(talk, "es"))].join("\n");
    expect(whole).not.toMatch(/Tollesworth|1974|1996|BA131774/i);
  });

  it("after an answer was changed, or for another case, only what stands now", async () => {
    const talk = await told("en", marcus);
    await talk.send({ choice: "another" });
    expect(await keys(talk)).toEqual([]);
  });

  it("changes nothing: the conversation goes on where it stood", async () => {
    const talk = await told("en", marcus);
    const stored = () => app.services.database.query("select handle, version from conversation order by 1");
    const before = await stored();
    await keys(talk);
    expect(await stored()).toEqual(before);
  });

  it("there is nothing before an outcome, after DELETE, for a strange token, and half an hour after the end", async () => {
    const early = await webTalk(app);
    await early.say("1");
    expect(await keys(early)).toEqual([]);
    const erased = await told("en", marcus);
    const { token } = erased;
    await erased.say("delete my data");
    expect(await readSteps(app.services, token)).toBeUndefined();
    expect(await readSteps(app.services, "made-up")).toBeUndefined();
    const finished = await told("en", marcus);
    await finished.send({ choice: "finish" });
    expect(await keys(finished)).toContain("outcomes.dismissed");
    app.services.runtime.advance(hour / 2 + 1000);
    expect(await keys(finished)).toEqual([]);
  });
});
