// Loaded once on the first page. Every behaviour is an element of its own that starts when it
// appears and cleans up when it goes, so pages may come and go under it.
import './navigation.js';
import './theme-choice.js';
import './wave-form.js';
import './track-player.js';
import './drop-ad.js';
import './drop-music.js';
import './music-stage.js';
import './run-curves.js';
import './run-picker.js';
import './run-comparison.js';
import './see-board.js';
import './scatter-plot.js';
import './density-chart.js';
import './review-desk.js';
import './ad-preview.js';
import './reveal-password.js';
