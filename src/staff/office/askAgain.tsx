/**
 * What cannot be undone at a glance is asked a second time: what will happen, yes, and a way back.
 */
import type { Word } from "../layout.tsx";

/** @param fields go along as they were; `sure` says that it was asked. */
export function AskAgain(props: {
  word: Word;
  action: string;
  fields: Readonly<Record<string, string>>;
  text: string;
  yes: string;
}) {
  const { word, action, fields, text, yes } = props;
  return (
    <>
      <p>{text}</p>
      <form method="post" action={action} class="staff-form">
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="button main" name="sure" value="yes">
          {yes}
        </button>
      </form>
      <p>
        <a class="button quiet" href={action}>
          {word("office.back")}
        </a>
      </p>
    </>
  );
}
