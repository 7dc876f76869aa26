/** A text of JSON whose texts are cut off behind so many UTF-16 units, so that more of what they stand in is seen. */
export function clippedJson(json: string, most: number): string {
  let clipped = '';
  let from = 0;
  for (let at = json.indexOf('"'); at !== -1; at = json.indexOf('"', at + 1)) {
    let end = at + 1;
    let cut = 0;
    while (end < json.length && json[end] !== '"') {
      // what stands behind a backslash is not parted from it, nor the digits of its code
      end += json[end] !== '\\' ? 1 : json[end + 1] === 'u' ? 6 : 2;
      if (cut === 0 && end - at > most) cut = end;
    }
    if (cut > 0) {
      clipped += json.slice(from, cut);
      from = Math.min(end, json.length);
    }
    at = end;
  }
  return clipped + json.slice(from);
}
