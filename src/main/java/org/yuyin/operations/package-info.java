/**
 * What keeps a studio in order over the years: deletion of media with all that derives from it,
 * sweeping up, backups. Sees every table, since what is deleted or kept is everywhere.
 */
@NullMarked
package org.yuyin.operations;

import org.jspecify.annotations.NullMarked;
