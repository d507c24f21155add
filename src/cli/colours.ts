import picocolors from 'picocolors';

export type Colours = ReturnType<typeof picocolors.createColors>;

export function colours(enabled: boolean): Colours {
  return picocolors.createColors(enabled);
}
