/**
 * Letters by their Unicode general category, frozen at Unicode 17.0 so that every engine decides alike.
 * Each row lists runs of code points: the gap since the previous run and, if longer than one, `:` and its length, in
 * base 36.
 */
export type LetterCategory = 'Lu' | 'Ll' | 'Lt' | 'Lm' | 'Lo';

const RUNS: Readonly<Record<LetterCategory, string>> = {
  Lu:
    '1t:q 2t:n 1:7 x 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 1 1 1 1 1 1 1 2 1 1 1 1 1 1 ' +
    '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1:2 1 1 3:2 1 1:2 1:3 2:4 1:2 1:3 3:2 1:2 1 1 1:2 1 2 1:2 1:3 1 1:2 ' +
    '3 7 2 2 2 1 1 1 1 1 1 1 2 1 1 1 1 1 1 1 1 2 2 1:3 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ' +
    '1 1 1 1 7:2 1:2 2 1:4 1 1 1 1 81 1 3 8 6 1:3 1 1:2 1:h 1:9 z 2:3 3 1 1 1 1 1 1 1 1 1 1 1 5 2 1:2 ' +
    '2:1f 1c 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 9 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1:2 1 ' +
    '1 1 1 1 1 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ' +
    '1 1 1 2:12 289:12 1 5 k2:2e 1oz 6:17 2:3 8w 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ' +
    '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 9 1 1 1 ' +
    '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 9:8 8:6 ' +
    'a:8 8:8 8:6 b 1 1 1 8:8 20:4 c:4 c:4 c:5 b:4 7a 4 3:3 2:3 2 3:5 6 1 1 1:4 2:4 a:2 5 1p 22k:1c 1c 1:3 ' +
    '2 1 1 1:4 1 2 8:3 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ' +
    '1 1 1 1 1 1 1 1 8 1 4 nyl 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 j 1 1 1 1 1 1 1 1 1 1 1 1 1 3r ' +
    '1 1 1 1 1 1 3 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 a 1 1:2 1 1 1 1 4 1 2 1 3 ' +
    '1 1 1 1 1 1 1 1 1 1:5 1:5 1 1 1 1 1 1 1 1:4 1 1:2 1 1 1 1 1 1 1 1 o h7v:q xx:14 3s:10 4c:b 1:f 1:7 ' +
    '1:2 1d6:1f 4d:m 27u:w gw0:w 1s:p k07:q q:q q:q q 1:2 2 2:2 2:4 1:8 q:q q:2 1:4 2:8 1:7 r:2 1:4 1:5 1 ' +
    '3:7 r:q q:q q:q q:q q:q q:q u:p x:p x:p x:p x:p x 3ed:y ',
  Ll:
    '2p:q 1m 15:o 1:8 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1:2 1 1 1 1 1 1 1 1:2 1 1 1 1 ' +
    '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 1 1:3 2 1 2 3:2 4 2 3:3 2 2 1 1 2 1:2 1 2 3 1 2:2 2:3 6 2 2 ' +
    '1 1 1 1 1 1 1 1:2 1 1 1 1 1 1 1 1 1:2 2 1 3 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ' +
    '1:7 2 2:2 1 4 1 1 1 1:1x 2:q 5d 1 3 3:3 i r:z 1:2 3:3 1 1 1 1 1 1 1 1 1 1 1 1:5 1 2 2:2 1f:1c 1 1 1 ' +
    '1 1 1 1 1 1 1 1 1 1 1 1 1 1 9 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 1 1 1 1 1 1:2 1 ' +
    '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1c:15 ' +
    '287:17 2:3 l4:6 1oi:9 1 39:18 1r:d 1:y 2u 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ' +
    '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1:9 1 1 1 1 ' +
    '1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1:9 8:6 a:8 ' +
    '8:8 8:6 a:8 8:8 8:e 2:8 8:8 8:8 8:5 1:2 6 3:3 1:2 8:4 2:2 8:8 a:3 1:2 7m 3:2 3 r 4 4 2:2 8:4 4 1h ' +
    '23v:1c 1 3:2 1 1 1 4 1:2 1:6 5 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ' +
    '1 1 1 1 1 1 1 1 1 1 1 1 1 1:2 7 1 4 c:12 1 5 nwz 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 j 1 1 1 ' +
    '1 1 1 1 1 1 1 1 1 1 3r 1 1 1 1 1 1:3 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 ' +
    '1:8 1 1 2 1 1 1 1 4 1 2 1:3 1 1 1 1 1 1 1 1 1 1 5 5 1 1 1 1 1 1 1 4 1 2 1 1 1 1 1 1 1 q 3 mt:17 5:9 ' +
    '7:28 fnk:7 c:5 tl:q y5:14 3s:10 4b:b 1:f 1:7 1:2 1dv:1f 3h:m 27u:w gw0:w 1n:p k06:q q:7 1:i q:q q:4 ' +
    '1 1:7 1:b q:q q:q q:q q:q q:q q:q q:q q:q q:s s:p 1:6 q:p 1:6 q:p 1:6 q:p 1:6 q:p 1:6 1 1f8:a 1:k ' +
    '6:6 1yv:y ',
  Lt: 'cl 2 2 12 5ud:8 8:8 8:8 c f 1b ',
  Lm:
    'j4:i 4:c e:5 7 1 3p 5 da 6e 4k:2 7h:2 4 v 9 3 4g 4n yc 3j fp 1cq 2z gz cw:6 4u:1r d y:11 j5 d g:d ' +
    '2cf:2 6p 5b d1 17:5 5 2p:2 2l:3 lxy yq:6 7i 36 s:2 3d:9 28 n 2w:4 3:2 d1 m 3t 30 l:2 2v:4 9 gli 19:2 ' +
    '1k0:6 1:16 1:9 13n w 9h 2z7 fae:4 e4:3 14:2 fa:d 1s:2 1 e:2 cn0:4 1:7 1:2 9ip:1q 5l:7 q5 er gb ',
  Lo:
    '4q f 74 4:4 5s:2 my:r 4:4 19:w 1:a z:2 1:2r 1 o:2 a:3 2 g 1:u t:2h b o:x l:m 16:p 7:b 5:o 1:7 g:15 ' +
    '1n:1i 3 i 7:a g:f 4:8 2:2 2:m 1:7 1 3:4 3 g d:2 1:3 e:2 a 8:6 4:2 2:m 1:7 1:2 1:2 1:2 v:4 1 j:3 g:9 ' +
    '1:3 1:m 1:7 1:2 1:5 3 i f:2 n b:8 2:2 2:m 1:7 1:2 1:5 3 u:2 1:3 f h 1:6 3:3 1:4 3:2 1 1:2 3:2 3:3 ' +
    '3:c m 1g:8 1:3 1:n 1:g 3 q:3 1:2 2:2 u 4:8 1:3 1:n 1:a 1:5 3 u:3 1:2 f:2 h:9 1:3 1:15 2 g 5:3 8:3 ' +
    'o:6 5:i 3:o 1:9 1 2:7 1m:1c 1:2 c:6 1n:2 1 1:5 1:o 1 1:a 1:2 9 2:5 n:4 w 1r:8 1:10 r:5 37:17 k g:6 ' +
    '4:4 3 3:2 7:3 4:d c 35:95 1:4 2:7 1 1:4 2:15 1:4 2:x 1:4 2:7 1 1:4 2:f 1:1l 1:4 2:1v 11:g 35:h8 2:h ' +
    '1:q 5:23 6:8 7:i d:j e:i e:d 1:3 f:1g 14 1v:z 1:1h 7:5 2:y 1 5:1y a:v 1d:u 2:5 b:18 4:q 1i:n 9:1h ' +
    '4w:1b h:8 1i:u d:2 a:18 q:10 15:3 a:u 35:4 1:6 1:2 3 u2:4 2d3:1k o:n 9:7 1:7 1:7 1:7 1:7 1:7 1:7 1:7 ' +
    'fb 1h 4:2e 8 1:2i 4 5:17 1:2m h:w 1c:g e8:534 1s:g7p 1:vr 1v:14 8:7g 4:g a:2 1u 1d:1y 4p 2v 3:7 1:3 ' +
    '1:4 1:n t:1g e:1e 1q:6 3 1:2 b:s a:n p:t 7:1b 19:5 2:9 a:5 1:15 n:3 1:8 k:g 1:6 3 3:1e 1 3:2 2:5 2 1 ' +
    'o:2 3:b 7 e:6 2:6 2:6 9:7 1:7 41:z t:8mc c:n 4:1d 6is:a6 2:2y 1v 1:a 1:d 1:5 1 1:2 1:2 1:30 x:a3 ' +
    'i:1s 2:1i 14:c 38:5 1:3r 2x:a 1:19 2:v 3:6 2:6 2:6 2:3 z:c 1:q 1:j 1:2 1:f 2:e y:3f at:t 3:1d 1b:w ' +
    'd:k 1:8 6:12 a:u 2:10 4:8 3k:26 2q:14 8:1g 2k:1g c:8n 9:m a:8 48:6 2 1:18 1:2 3 2:n a:n 9:v 1t:j 1:2 ' +
    'a:m a:q 6:q 12:1k 6:2 1s f:4 1:3 1:t 16:t 3:t z:8 1:s r:1i a:m a:j d:i 32:21 53:10 12:4 1 8g:16 6:2 ' +
    'g:3 1:2 1k:t a 8:m 16:i 1a:l r:n c:1h 1l:2 2 d:19 w:p q:10 t 2 8:z 3 c:1c e:4 l 1 z:i 1:p j:2 1r:7 1 ' +
    '1:4 1:f 1:a 7:1b 12:8 2:2 2:m 1:7 1:2 1:5 3 i c:5 u:a 1 2 1:12 1 p 1 18:1h i:4 k:3 u:1c k:2 1 54:1b ' +
    '15:4 10:1c k 1n:17 d 1z:r 11:7 55:18 5v:8 2 2:8 1:2 1:o f 1 2m:8 2:13 g 1 s a:14 7 l b:1a j i:21 ' +
    '5j:x v:9 1:11 h 1d:u 34:7 1:2 1:12 l p:6 1:2 1:w e n:15 1:2 78:j f 1:d 1:y 3g 27:pm 6e:5g 218:2p ' +
    'f:ts h:6 p:32z 5:g7 5a1:u 1cy:ft 7:v h:27 h:u i:1c 1f:l 5:j c3:14 b9:23 5 4v:5p2 15:w 2p:37 6q5:83 f ' +
    't:3 2 e:4 8:b0 1s4:2z 5:d 3:9 7:a 6sw dx:19 x 8x:u i:18 dg:r 6d:u 2 5r:v 1:3 1:2 1:7 2:5 9 69:7 1:4 ' +
    '1:2 1:f 1:5h 117:4 1:r 1:2 1 2 1:a 1:4 1 1 6 4 1 1 1:3 1:2 1 2 1 1 1 1 1:2 1 2:4 1:7 1:4 1:4 1 1:a ' +
    '1:h 5:3 1:5 1:h 3es:wyo w:3dq 2:4ge 2:5rl f:ha 1wi:f2 15u:3t7 5:6ju ',
};

/** Code points up to here are looked up in an array; beyond, by searching the runs. */
const DIRECT = 0x250;
const CATEGORIES = Object.keys(RUNS) as LetterCategory[];

interface Run {
  readonly first: number;
  readonly last: number;
  readonly category: LetterCategory;
}

let runs: readonly Run[] | undefined;
let direct: readonly (LetterCategory | undefined)[] | undefined;

/** The category of a code point, or undefined if it is no letter. */
export function letterCategory(codePoint: number): LetterCategory | undefined {
  if (codePoint < DIRECT) {
    direct ??= Array.from({ length: DIRECT }, (_, code) => search(code));
    return direct[codePoint];
  }
  return search(codePoint);
}

function search(codePoint: number): LetterCategory | undefined {
  runs ??= CATEGORIES.flatMap(decode).sort((a, b) => a.first - b.first);
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined) return undefined;
    if (codePoint < run.first) high = middle - 1;
    else if (codePoint > run.last) low = middle + 1;
    else return run.category;
  }
  return undefined;
}

function decode(category: LetterCategory): Run[] {
  let end = 0;
  return RUNS[category]
    .trim()
    .split(' ')
    .map((entry) => {
      const [gap = '', length = '1'] = entry.split(':');
      const first = end + Number.parseInt(gap, 36);
      end = first + Number.parseInt(length, 36);
      return { first, last: end - 1, category };
    });
}
