/** Nobody is further away than this in one site. */
const MOST_HOPS = 3;

/**
 * Whom each domain controller of a site tells of its changes, in the order in which it tells them. Writable ones stand
 * in a ring, with shortcuts as soon as somebody would be more than three hops away; read-only ones hear from two and
 * tell nobody. The real ring follows GUIDs, and its shortcuts are drawn by chance; here they follow the order in which
 * the domain lists its controllers.
 *
 * Source: learn.microsoft.com, "Replication within a site" (Windows Server 2003): bidirectional ring, no more than
 * three hops. That the ring is mended around one that is down for long is not modelled.
 */
export function partnersInSite(readOnly: readonly boolean[]): readonly (readonly number[])[] {
  const positions = readOnly.map((_, position) => position);
  const ring = positions.filter((position) => readOnly[position] !== true);
  const distances = shortcuts(ring.length);
  const partners: number[][] = positions.map(() => []);
  for (const [place, position] of ring.entries()) {
    for (const distance of distances) {
      for (const step of [distance, ring.length - distance]) {
        const partner = ring[(place + step) % ring.length];
        if (partner === undefined || partner === position) continue;
        if (partners[position]?.includes(partner) === false) partners[position]?.push(partner);
      }
    }
  }
  for (const [index, position] of positions.filter((one) => readOnly[one] === true).entries()) {
    for (const place of new Set([index % ring.length, (index + 1) % ring.length])) {
      partners[ring[place] ?? 0]?.push(position);
    }
  }
  return partners;
}

/** How far along the ring each one's connections reach: 1, and what it takes to be within three hops of everybody. */
function shortcuts(size: number): readonly number[] {
  const distances = [1];
  for (;;) {
    const hops = hopsAround(size, distances);
    const most = Math.max(...hops);
    if (most <= MOST_HOPS) return distances;
    distances.push(hops.indexOf(most));
  }
}

function hopsAround(size: number, distances: readonly number[]): readonly number[] {
  const hops = Array.from({ length: size }, () => Infinity);
  hops[0] = 0;
  let reached = [0];
  for (let hop = 1; reached.length > 0; hop++) {
    const next: number[] = [];
    for (const place of reached) {
      for (const distance of distances) {
        for (const neighbour of [(place + distance) % size, (place + size - distance) % size]) {
          if (hops[neighbour] !== Infinity) continue;
          hops[neighbour] = hop;
          next.push(neighbour);
        }
      }
    }
    reached = next;
  }
  return hops;
}
