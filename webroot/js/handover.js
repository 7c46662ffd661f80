// An ad that was dropped plays on from the user's own copy while the page changes under it.

const dropped = new Map();

/** Remembers a dropped file for the page of the ad that it became. */
export function leave(adId, handover) {
  dropped.set(String(adId), handover);
}

/** What was left for that ad: { url, at, startedAt, uploadSeconds }, or nothing. */
export function pickUp(adId) {
  return dropped.get(String(adId));
}
