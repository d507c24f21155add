import { beforeAll } from 'vitest';

// A zone that did not take effect would make the three runs one.
beforeAll(() => {
  const zone = process.env['TZ'];
  if (Intl.DateTimeFormat().resolvedOptions().timeZone !== zone) {
    throw new Error(`the time zone ${zone} is not in force`);
  }
});
