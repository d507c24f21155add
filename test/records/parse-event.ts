/** One thing that an event's XML says: where, such as `Execution@ProcessID` or `Data[TargetSid]`, and what. */
export type Said = readonly [where: string, what: string];

/** Everything that an event's XML says, in its order: attributes, texts, and elements that have neither. */
export function saidIn(xml: string): readonly Said[] {
  const said: Said[] = [];
  const event = /<Event[\s>][\s\S]*<\/Event>/.exec(xml)?.[0] ?? '';
  const elements = /<(\w+)((?:\s+\w+=(?:"[^"]*"|'[^']*'))*)\s*(?:\/>|>([^<]*)(<\/\1>)?)/g;
  for (const [, name = '', attributes = '', text = '', closed] of event.matchAll(elements)) {
    const pairs = [...attributes.matchAll(/(\w+)=(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, key = '', double, single = '']) => [key, plain(double ?? single)] as const,
    );
    if (name === 'Data') {
      said.push([`Data[${pairs.find(([key]) => key === 'Name')?.[1] ?? ''}]`, plain(text)]);
      continue;
    }
    for (const [key, value] of pairs) said.push([`${name}@${key}`, value]);
    if (closed !== undefined && text.trim() !== '') said.push([name, plain(text)]);
    else if (pairs.length === 0) said.push([name, '']);
  }
  return said;
}

function plain(text: string): string {
  return text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The values of an event, under the names that its XML gives them. */
export interface ParsedEvent {
  readonly EventID: number;
  readonly Version: number;
  readonly Task: number;
  readonly Keywords: string;
  readonly SystemTime: string;
  readonly EventRecordID: number;
  readonly ActivityID?: string;
  readonly ProcessID: number;
  readonly ThreadID: number;
  readonly Computer: string;
  readonly EventData: Readonly<Record<string, string>>;
}

export function parseEvent(xml: string): ParsedEvent {
  const all = new Map(saidIn(xml));
  const text = (where: string): string => all.get(where) ?? '';
  const activity = text('Correlation@ActivityID');
  const data = [...all].flatMap(([where, what]) => {
    const name = /^Data\[(.+)\]$/.exec(where)?.[1];
    return name === undefined ? [] : [[name, what] as const];
  });
  return {
    EventID: Number(text('EventID')),
    Version: Number(text('Version')),
    Task: Number(text('Task')),
    Keywords: text('Keywords'),
    SystemTime: text('TimeCreated@SystemTime'),
    EventRecordID: Number(text('EventRecordID')),
    ...(activity === '' ? {} : { ActivityID: activity }),
    ProcessID: Number(text('Execution@ProcessID')),
    ThreadID: Number(text('Execution@ThreadID')),
    Computer: text('Computer'),
    EventData: Object.fromEntries(data),
  };
}
