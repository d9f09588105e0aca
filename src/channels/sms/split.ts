/**
 * Long texts in several messages: cut at sentence ends where that is possible, else between words, and only what has no
 * gap at all inside. Nothing is lost and the order stays.
 */
import { segments } from "../../copy/segments.ts";

/** Lines, sentences, words, characters: each is tried before the next finer one. A mark stays with what it ends. */
const cuts = [/(?<=\n)/, /(?<=[.!?:]\s)/, /(?<=\s)/, /(?:)/u] as const;

/**
 * @param segmentsMax the most that one message may cost, at least 1.
 * @returns parts that together are the text but for white space at their ends; none when it has only white space.
 */
export function splitText(text: string, segmentsMax: number, finest = 0): string[] {
  const fits = (part: string) => segments(part.trim()).segments <= segmentsMax;
  if (fits(text)) return text.trim() === "" ? [] : [text.trim()];
  const cut = cuts[finest];
  if (cut === undefined) return [text];
  const parts: string[] = [];
  let open = "";
  for (const piece of text.split(cut)) {
    if (fits(open + piece)) open += piece;
    else {
      if (open.trim() !== "") parts.push(open.trim());
      open = "";
      if (fits(piece)) open = piece;
      else parts.push(...splitText(piece, segmentsMax, finest + 1));
    }
  }
  if (open.trim() !== "") parts.push(open.trim());
  return parts;
}
