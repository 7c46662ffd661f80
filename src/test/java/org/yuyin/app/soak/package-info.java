/** Long runs that look for what breaks: {@code scripts/soak}. Not part of the test suite. */
package org.yuyin.app.soak;
