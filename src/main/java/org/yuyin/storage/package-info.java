/**
 * Where things are kept: the data folder, blobs by SHA-256, the PostgreSQL pool and its embedded
 * server, migrations, and the plain file formats everything else reads and writes. The lowest
 * package: it uses no other package of ours and holds no SQL about ads, features or runs.
 */
@NullMarked
package org.yuyin.storage;

import org.jspecify.annotations.NullMarked;
