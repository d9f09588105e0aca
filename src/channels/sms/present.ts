/**
 * Effects as text messages: choices on lines of their own, short messages joined, long ones split at sentence ends.
 */
import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import { foldPunctuation, segments } from "../../copy/segments.ts";
import { splitText } from "./split.ts";
import { renderEffects, type Rendered } from "../../copy/render.ts";
import type { Copy } from "../../copy/copy.ts";
import type { RenderedReply } from "../../acts/take-text.ts";
import type { Effect, Locale } from "../../dialog/types.ts";

/** A text above this many segments stands alone, as results do; above the other it is split. */
const shortSegmentsMax = 2;
const messageSegmentsMax = 4;

/** The texts of one reply, in order. */
export function smsTexts(copy: Copy, effects: readonly Effect[], locale: Locale): string[] {
  return joinTexts(renderEffects(copy, effects, locale, "sms").map(withChoices));
}

/** Joins short texts where together they are still short, or cost fewer segments than apart; splits long ones. */
export function joinTexts(texts: readonly string[]): string[] {
  const sent: string[] = [];
  for (const text of texts) {
    const before = sent.at(-1);
    const joined = before === undefined ? undefined : joinedText(before, text);
    if (joined !== undefined) sent[sent.length - 1] = joined;
    else sent.push(...splitText(text, messageSegmentsMax));
  }
  return sent;
}

/** Both as one message, or undefined where they stay apart. */
function joinedText(before: string, text: string): string | undefined {
  const [first, second] = [segments(before).segments, segments(text).segments];
  if (first > shortSegmentsMax || second > shortSegmentsMax) return undefined;
  const joined = `${before}\n${text}`;
  const cost = segments(joined).segments;
  return cost <= shortSegmentsMax || cost < first + second ? joined : undefined;
}

/** A reply as its bytes, and the segments its texts cost. */
export function rendered(texts: readonly string[]): RenderedReply {
  return {
    bytes: Buffer.from(twiml(texts)),
    segments: texts.reduce((sum, text) => sum + segments(text).segments, 0),
  };
}

/** TwiML that sends the texts; none gives an empty response. */
export function twiml(texts: readonly string[]): string {
  const response = new MessagingResponse();
  for (const text of texts) response.message(withoutControls(text));
  return response.toString();
}

function withChoices({ text, choices }: Rendered): string {
  return foldPunctuation(
    [text, ...choices.map((choice, index) => `${index + 1} ${choice.label}`)].join("\n"),
  );
}

/** XML has no control characters but tab and line ends; Twilio's builder throws on others. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
