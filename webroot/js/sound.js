// One thing sounds at a time, and at the volume chosen last.

const KEY = 'yuyin.volume';

/** Tells every other player to stop. */
export function claimSound(owner) {
  document.dispatchEvent(new CustomEvent('sound-claimed', { detail: owner }));
}

/** Calls back when something else starts to sound; returns how to stop listening. */
export function onSoundLost(owner, pause) {
  const listener = (event) => {
    if (event.detail !== owner) {
      pause();
    }
  };
  document.addEventListener('sound-claimed', listener);
  return () => document.removeEventListener('sound-claimed', listener);
}

export function volume() {
  const kept = Number.parseFloat(localStorage.getItem(KEY) ?? '0.8');
  return Number.isFinite(kept) ? Math.min(1, Math.max(0, kept)) : 0.8;
}

export function keepVolume(value) {
  localStorage.setItem(KEY, String(value));
}

/** 67.2 is "1:07". */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(Number.isFinite(seconds) ? seconds : 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
