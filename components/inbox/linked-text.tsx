const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** Text with its web addresses as links. Nothing but http and https becomes one. */
export function LinkedText({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes
      <a key={index} href={part} className="text-brand underline underline-offset-3">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
