/**
 * What each question offers, in which order, and what leads past it: the table of the conversation, row by row.
 */
import { describe, expect, it } from "vitest";
import { newConversation, situationOf } from "../../src/dialog/position.ts";
import type { Channel, Conversation, Input } from "../../src/dialog/types.ts";
import { createFlow } from "../../src/flow/index.ts";
import { placesOn, stepThrough, walkMoment } from "../support/positions.ts";

const table: Record<string, { choices: string; on?: Channel[] }> = {
  start: { choices: "agree stepsOnly" },
  forWhom: { choices: "me helping cannotAsk", on: ["web", "outreach"] },
  confirm: { choices: "search name birthDate year caseNumber" },
  anotherTry: { choices: "person goOn again" },
  place: { choices: "laCounty otherCounty otherState federal unsure" },
  offense: { choices: "had grew sold other unsure" },
  disposition: { choices: "convicted dropped diverted serving unsure" },
  topics: { choices: "proof work immigration apply clinic person another finish" },
  watch: { choices: "yes no", on: ["sms"] },
  followUp: { choices: "yes no", on: ["sms"] },
  gotCopy: { choices: "got notYet trouble", on: ["sms"] },
  reach: { choices: "callMe iWillCall" },
  reachTime: { choices: "morning afternoon evening any" },
  reachMessage: { choices: "yes no" },
  reachUrgent: { choices: "yes no" },
  reachConsent: { choices: "handOver keepHere" },
};

describe.each(["sms", "web", "outreach"] as const)("on %s", (channel) => {
  const { flow, places } = placesOn(channel, "en");

  it("every question offers its choices in their order", () => {
    for (const [id, { choices, on }] of Object.entries(table)) {
      const place = places.find(({ question }) => question.id === id);
      expect(place !== undefined, id).toBe(on?.includes(channel) ?? true);
      if (!place) continue;
      const s = situationOf(flow, place.before, walkMoment.today);
      expect(place.question.choices?.(s).join(" "), id).toBe(choices);
    }
  });

  const begin = (...inputs: (string | Input)[]): { asked: string[]; conversation: Conversation } => {
    let conversation = newConversation(flow, channel, walkMoment.now, { locale: "en", opened: true });
    const asked: string[] = [];
    for (const input of inputs) {
      const taken = stepThrough(
        flow,
        conversation,
        typeof input === "string" ? { kind: "text", text: input } : input,
      );
      conversation = taken.conversation;
      asked.push(taken.question ?? "end");
    }
    return { asked, conversation };
  };
  const me = channel === "sms" ? [] : ["1"];

  it.each([
    {
      title: "a case number leads past the year",
      answers: ["BA123456", "Ana Ruiz", "July 25, 1968"],
      to: "confirm",
    },
    { title: "a number and a name will do", answers: ["BA123456", "Ana Ruiz", "not sure"], to: "confirm" },
    {
      title: "a name with its date leads past the birth date",
      answers: ["no", "Ana Ruiz 7/25/1968"],
      to: "year",
    },
    {
      title: "no date and no number: no search, the steps",
      answers: ["no", "Ana Ruiz", "not sure"],
      to: "place",
    },
    { title: "no name: no search, the steps", answers: ["no", "not sure"], to: "place" },
    {
      title: "a year left out is left out",
      answers: ["no", "Ana Ruiz", "July 25, 1968", "not sure"],
      to: "confirm",
    },
    {
      title: "a plain no asks which line",
      answers: ["no", "Ana Ruiz", "July 25, 1968", "1992", "no"],
      to: "confirm",
    },
    {
      title: "another year changes it at once",
      answers: ["no", "Ana Ruiz", "July 25, 1968", "1992", "no, 1993"],
      to: "confirm",
    },
    {
      title: "nothing is asked that was answered before",
      answers: ["no", "Ana Ruiz", "July 25, 1968", "1992", "1", "2", "Santa Ana", "11357(b)"],
      to: "disposition",
    },
    {
      title: "a case elsewhere is told at once",
      answers: ["no", "Ana Ruiz", "July 25, 1968", "1992", "1", "2", "Las Vegas"],
      to: "topics",
    },
  ])("$title", ({ answers, to }) => {
    expect(begin("1", ...me, ...answers).asked.at(-1)).toBe(to);
  });

  it("the steps alone ask no name, and who cannot say yes is looked up by nobody", () => {
    expect(begin("2").asked).toEqual(["place"]);
    if (channel !== "sms")
      expect(begin("1", { kind: "choice", id: "cannotAsk" }).asked.at(-1)).toBe("topics");
  });

  it("a third lookup is the last: another try is offered no more", () => {
    const search = ["no", "Ana Ruiz", "July 25, 1968", "1992", "1"];
    const { conversation } = begin(
      "1",
      ...me,
      ...search,
      "3",
      "1",
      "Ana Diaz",
      "1",
      "3",
      "1",
      "Ana Cruz",
      "1",
    );
    expect(conversation.attempts).toBe(3);
    const s = situationOf(flow, conversation, walkMoment.today);
    const question = flow.questions.find(({ id }) => id === "anotherTry");
    expect(question?.choices?.(s)).toEqual(["person", "goOn"]);
  });
});

it("LOOKUPS=number asks number and last name alone; off asks neither", () => {
  const asked = (lookups: "number" | "off", ...inputs: string[]) => {
    const flow = createFlow({ lookups, watch: true, followUp: true });
    let conversation = newConversation(flow, "sms", walkMoment.now, { locale: "en", opened: true });
    return inputs.map((text) => {
      const taken = stepThrough(flow, conversation, { kind: "text", text });
      ({ conversation } = taken);
      return taken.question;
    });
  };
  expect(asked("number", "1", "BA123456", "Ruiz")).toEqual(["caseNumber", "name", "confirm"]);
  expect(asked("number", "1", "no")).toEqual(["caseNumber", "place"]);
  expect(asked("off", "1")).toEqual(["place"]);
});
