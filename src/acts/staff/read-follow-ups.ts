/**
 * What came of the question a month later, by language: how many agreed, were asked and answered, and what they said.
 * Small counts leave this act hidden.
 */
import { shownRow, type Shown } from "../../lists/quality/suppress.ts";
import { utcDay } from "../../runtime.ts";
import type { Services } from "../services.ts";

const dayMs = 24 * 3_600_000;
const languages = ["en", "es"] as const;

export interface FollowUpCounts {
  locale: (typeof languages)[number];
  agreed: Shown;
  asked: Shown;
  answered: Shown;
  got: Shown;
  notYet: Shown;
  trouble: Shown;
}

const hidden = { answered: null, got: null, notYet: null, trouble: null };

/**
 * Reads the totals of the last `days` UTC days, today included. Answers count on the day they came, so that a time may
 * hold answers to questions of the one before.
 * @returns a row a language; none where nobody agreed, was asked or answered.
 */
export async function readFollowUps(
  { database, runtime }: Services,
  days: number,
): Promise<FollowUpCounts[]> {
  const now = runtime.now();
  const rows = await database.query<{ name: string; locale: string; n: number }>(
    `select name, locale, sum(n)::int as n from tally
     where day between $1::text::date and $2::text::date
       and name in ('followUp', 'text_followUp', 'followUp_got', 'followUp_notYet', 'followUp_trouble')
     group by name, locale`,
    [utcDay(now - (days - 1) * dayMs), utcDay(now)],
  );
  if (rows.length === 0) return [];
  const of = (name: string, locale: string) =>
    rows.find((row) => row.name === name && row.locale === locale)?.n ?? 0;
  const across = (name: string) => shownRow(languages.map((locale) => of(name, locale)));
  const [agreed, asked] = [across("followUp"), across("text_followUp")];
  return languages.map((locale, i) => ({
    locale,
    agreed: agreed[i] ?? null,
    asked: asked[i] ?? null,
    ...(asked[i] === null
      ? hidden
      : shownAnswers(
          of("text_followUp", locale),
          (["got", "notYet", "trouble"] as const).map((answer) => of(`followUp_${answer}`, locale)),
        )),
  }));
}

/** Answers and silence make up who was asked: none of them follows from the others. */
function shownAnswers(asked: number, answers: readonly number[]) {
  const answered = answers.reduce((sum, n) => sum + n, 0);
  const [got, notYet, trouble, silent] = shownRow([...answers, Math.max(0, asked - answered)]);
  return {
    answered: silent === null ? null : answered,
    got: got ?? null,
    notYet: notYet ?? null,
    trouble: trouble ?? null,
  };
}
