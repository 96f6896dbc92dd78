/** What a PostgreSQL of ours is told on its command line; its own configuration file stays as initdb wrote it. */
export function settings(given: {
  data: string
  /** null on Windows, where PostgreSQL listens on the loopback address instead. */
  sockets: string | null
  port: number
  major: number
  unsafe: boolean
}): string[] {
  const onOff = given.unsafe ? 'off' : 'on'
  const values: Record<string, string | number> = {
    listen_addresses: given.sockets === null ? '127.0.0.1' : '',
    ...(given.sockets !== null && {
      unix_socket_directories: given.sockets,
      unix_socket_permissions: '0700',
    }),
    port: given.port,
    max_connections: 80,
    shared_buffers: '64MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '512MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: onOff,
    synchronous_commit: onOff,
    full_page_writes: onOff,
    log_min_messages: 'warning',
    // Statements hold what customers wrote; a log is read by others.
    log_min_error_statement: 'panic',
    // Its three processes for reading ahead would be idle here, and cost memory.
    ...(given.major >= 18 && { io_method: 'sync' }),
  }
  return ['-D', given.data, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
