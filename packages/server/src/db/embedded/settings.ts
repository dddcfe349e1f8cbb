/** The number is only part of the socket's name: nothing listens on the network. */
export const SOCKET_PORT = 5432
export const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`

/** What every start gives the server; on the command line, so that a new version changes existing databases as well. */
export function serverSettings(
  name: string,
  { socketDir, isExpendable }: { socketDir: string; isExpendable: boolean },
): Record<string, string> {
  return {
    cluster_name: name,
    unix_socket_directories: socketDir,
    ...access,
    ...durability,
    ...(isExpendable ? expendable : {}),
    ...size,
    ...logging,
  }
}

const access = {
  port: String(SOCKET_PORT),
  listen_addresses: '',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
}

const durability = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_compression: 'on',
  // Nothing replicates an embedded server; this writes less to the log that makes it survive a crash.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // On macOS only this reaches the disk itself; elsewhere PostgreSQL's own choice does.
  ...(process.platform === 'darwin' ? { wal_sync_method: 'fsync_writethrough' } : {}),
}

// What only serves to come back after a crash.
const expendable = { fsync: 'off', full_page_writes: 'off', wal_compression: 'off' }

/** For one practice on a small machine. */
const size = {
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  // Compiling a query costs more than these short queries gain.
  jit: 'off',
}

/**
 * The application reports its own failed statements. Here they would put what people wrote (a failing row, a wrong
 * value) into a file: `log` leaves out errors of statements and keeps what happens to the server.
 */
const logging = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_timezone: 'UTC',
  logging_collector: 'off',
  log_destination: 'stderr',
}
