/** Breaks a text at blanks to fit a width. `hanging` is how much further lines after the first are indented. */
export function paragraph(text: string, indent: number, width: number, hanging = 0): string {
  const room = Math.max(20, width - indent);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const limit = lines.length === 0 ? room : room - hanging;
    if (line !== '' && visibleLength(line) + 1 + visibleLength(word) > limit) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((part, index) => ' '.repeat(index === 0 ? indent : indent + hanging) + part).join('\n');
}

function visibleLength(text: string): number {
  if (!text.includes('\u001b')) return text.length;
  // oxlint-disable-next-line no-control-regex -- colour codes take no room
  return text.replaceAll(/\u001b\[\d+m/g, '').length;
}
