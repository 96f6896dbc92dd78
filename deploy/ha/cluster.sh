#!/usr/bin/env bash
# Three PostgreSQL nodes that look after themselves: Patroni, etcd and HAProxy from Debian's own packages, with synchronous
# replication, so that a write that was acknowledged lies on two machines. README.md beside this says what it does and does not do.
#
#   cluster.sh up [FOLDER]            three nodes on this machine, for trying and for drill.ts
#   cluster.sh status [FOLDER]        who leads, who follows
#   cluster.sh kill N [FOLDER]        node N dies as a machine dies: Patroni, PostgreSQL and etcd at once, by kill -9
#   cluster.sh revive N [FOLDER]      and comes back
#   cluster.sh down [FOLDER]          ends all and takes the folder away
#   cluster.sh host ME NAME=ADDRESS NAME=ADDRESS NAME=ADDRESS
#                                     the files of one real host, written into ./tend-ha-ME: run it once for each, with the same
#                                     TEND_HA_PASSWORD and TEND_HA_REPLICATION in the environment
set -euo pipefail
shopt -s nullglob

command=${1:-}
base=${TEND_HA_PORT:-15400}
me() { echo "node$1"; }

say() { echo "  $*"; }
fail() { echo "  $*" >&2; exit 1; }

pg_bin() {
  local bins=(/usr/lib/postgresql/*/bin)
  [ ${#bins[@]} -gt 0 ] || fail 'PostgreSQL is not installed: apt-get install postgresql'
  printf '%s\n' "${bins[@]}" | sort -V | tail -1
}

need() {
  for program in etcd patroni haproxy; do
    command -v "$program" >/dev/null || [ -x "/usr/sbin/$program" ] ||
      fail "$program is not installed: apt-get install patroni etcd-server etcd-client haproxy postgresql"
  done
}

# PostgreSQL, and Patroni which starts it, refuse to be root.
as_postgres=()
[ "$(id -u)" = 0 ] && as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups)

# ── what one node is told ────────────────────────────────────────────────────────────────────────────────────────────────

# etcd: NAME ADDRESS CLIENT_PORT PEER_PORT DATA CLUSTER
write_etcd() {
  cat <<END
name: $1
data-dir: $5
listen-client-urls: http://$2:$3
advertise-client-urls: http://$2:$3
listen-peer-urls: http://$2:$4
initial-advertise-peer-urls: http://$2:$4
initial-cluster: $6
initial-cluster-token: tend
initial-cluster-state: new
# Debian's etcd 3.4 is built without the way in by which others speak version 3.
enable-v2: true
logger: zap
log-level: warn
END
}

# Patroni: NAME ADDRESS POSTGRES_PORT REST_PORT DATA ETCD_HOSTS BIN SOCKETS WATCHDOG
write_patroni() {
  cat <<END
scope: tend
namespace: /tend/
name: $1
restapi: { listen: '$2:$4', connect_address: '$2:$4' }
etcd: { hosts: [$6] }
bootstrap:
  dcs:
    # How long nobody leads after the leader has died without a word. Shorter, and a busy minute looks like a death.
    ttl: 20
    loop_wait: 5
    retry_timeout: 5
    maximum_lag_on_failover: 1048576
    # A commit is answered when a second machine has it; and where there is no second one, not at all.
    synchronous_mode: true
    synchronous_mode_strict: true
    postgresql:
      use_pg_rewind: true
      use_slots: true
      parameters:
        max_connections: 200
        max_wal_senders: 10
        max_replication_slots: 10
        wal_keep_size: 256MB
        wal_log_hints: 'on'
        hot_standby: 'on'
        synchronous_commit: 'on'
        fsync: 'on'
        jit: 'off'
        # Statements hold what customers wrote; a log is read by others.
        log_min_error_statement: panic
  initdb: [encoding: UTF8, locale: C.UTF-8, data-checksums]
  post_bootstrap: $5.first
postgresql:
  listen: $2:$3
  connect_address: $2:$3
  data_dir: $5
  bin_dir: $7
  pgpass: $5.pgpass
  authentication:
    superuser: { username: postgres, password: '$TEND_HA_PASSWORD' }
    replication: { username: replicator, password: '$TEND_HA_REPLICATION' }
    rewind: { username: rewinder, password: '$TEND_HA_REPLICATION' }
  parameters: { unix_socket_directories: '$8', timezone: UTC }
  pg_hba:
    - local all all scram-sha-256
    - host replication replicator all scram-sha-256
    - host all all all scram-sha-256
watchdog: { mode: $9 }
END
}

# Run once, by the first leader: a role that is no superuser, and owns its database.
write_first() {
  cat <<END
#!/bin/sh
$1/psql -v ON_ERROR_STOP=1 "\$1" -c "create role tend login password '$TEND_HA_PASSWORD'" -c 'create database tend owner tend'
END
}

# HAProxy: PRIMARY_PORT REPLICA_PORT BIND then NAME=ADDRESS:POSTGRES_PORT:REST_PORT …
write_haproxy() {
  local primary=$1 replica=$2 bind=$3
  shift 3
  cat <<END
global
    maxconn 2000
defaults
    mode tcp
    timeout connect 3s
    timeout check 2s
    # A connection that listens for news may say nothing for hours.
    timeout client 24h
    timeout server 24h
    option clitcpka
    option srvtcpka
    option redispatch
    retries 2
END
  local part check
  for part in primary replica; do
    check=/primary
    [ $part = replica ] && check='/replica?lag=16MB'
    cat <<END
listen $part
    bind $bind:$([ $part = primary ] && echo "$primary" || echo "$replica")
    option httpchk GET $check
    http-check expect status 200
    balance $([ $part = primary ] && echo first || echo leastconn)
    default-server inter 1s fastinter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
END
    local one name at pg rest
    for one in "$@"; do
      name=${one%%=*} at=${one#*=}
      rest=${at##*:} at=${at%:*}
      pg=${at##*:} at=${at%:*}
      echo "    server $name $at:$pg check port $rest"
    done
  done
}

# ── three on this machine ────────────────────────────────────────────────────────────────────────────────────────────────

port() { echo $((base + $1 * 10 + $2)); } # port KIND NODE: 0 PostgreSQL, 1 REST, 2 etcd, 3 etcd among themselves
primary_port=$((base + 50))
replica_port=$((base + 51))

start_node() {
  local n=$1 at=$folder/node$1
  if ! alive "$at/etcd.pid"; then spawn "$at/etcd.pid" "$at/etcd.log" etcd --config-file "$at/etcd.yml"; fi
  if ! alive "$at/patroni.pid"; then
    # What died left its number behind, which may be somebody else's by now.
    spawn "$at/patroni.pid" "$at/patroni.log" patroni "$at/patroni.yml"
  fi
}

spawn() {
  local pidfile=$1 log=$2
  shift 2
  # Each step becomes the next, so that the number is that of the program itself.
  (umask 077 && exec setsid "${as_postgres[@]}" "$@") >>"$log" 2>&1 </dev/null &
  echo $! >"$pidfile"
}

alive() { [ -f "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }

# A member of the three as Patroni sees it: leader, sync_standby, replica … or nothing.
role_of() {
  curl -s --max-time 2 "http://127.0.0.1:$(port 1 "$1")/patroni" 2>/dev/null |
    sed -n 's/.*"state": "\([a-z ]*\)".*"role": "\([a-z_]*\)".*/\2 \1/p'
}
leader() {
  for n in 1 2 3; do
    if curl -sf --max-time 2 -o /dev/null "http://127.0.0.1:$(port 1 $n)/primary"; then echo $n && return; fi
  done
  return 1
}
has_sync() {
  for n in 1 2 3; do
    if curl -sf --max-time 2 -o /dev/null "http://127.0.0.1:$(port 1 $n)/synchronous"; then return 0; fi
  done
  return 1
}

up() {
  need
  [ -e "$folder" ] && fail "$folder is there already. Nothing was changed. Take it away with: cluster.sh down $folder"
  local bin
  bin=$(pg_bin)
  mkdir -p "$folder"
  chmod 711 "$folder"
  TEND_HA_PASSWORD=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
  TEND_HA_REPLICATION=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
  local cluster='' hosts='' servers=() n
  for n in 1 2 3; do
    cluster+="${cluster:+,}$(me $n)=http://127.0.0.1:$(port 3 $n)"
    hosts+="${hosts:+, }'127.0.0.1:$(port 2 $n)'"
    servers+=("$(me $n)=127.0.0.1:$(port 0 $n):$(port 1 $n)")
  done
  umask 077
  for n in 1 2 3; do
    local at=$folder/node$n
    mkdir -p "$at/sockets"
    write_etcd "$(me $n)" 127.0.0.1 "$(port 2 $n)" "$(port 3 $n)" "$at/etcd" "$cluster" >"$at/etcd.yml"
    write_patroni "$(me $n)" 127.0.0.1 "$(port 0 $n)" "$(port 1 $n)" "$at/postgres" "$hosts" "$bin" "$at/sockets" 'off' >"$at/patroni.yml"
    write_first "$bin" >"$at/postgres.first"
    chmod 700 "$at/postgres.first"
    [ "$(id -u)" = 0 ] && chown -R postgres:postgres "$at"
  done
  write_haproxy "$primary_port" "$replica_port" 127.0.0.1 "${servers[@]}" >"$folder/haproxy.cfg"
  echo "postgresql://tend:$TEND_HA_PASSWORD@127.0.0.1:$primary_port/tend" >"$folder/url"
  echo "postgresql://tend:$TEND_HA_PASSWORD@127.0.0.1:$replica_port/tend" >"$folder/url-replica"
  for n in 1 2 3; do start_node $n; done
  setsid "$(command -v haproxy || echo /usr/sbin/haproxy)" -db -f "$folder/haproxy.cfg" >"$folder/haproxy.log" 2>&1 </dev/null &
  echo $! >"$folder/haproxy.pid"
  say 'Waiting for a leader and for a follower that is in step (up to three minutes)'
  local began=$SECONDS
  until leader >/dev/null && has_sync; do
    [ $((SECONDS - began)) -lt 180 ] || fail "They did not find each other; the logs lie in $folder"
    sleep 1
  done
  say "Up after $((SECONDS - began)) s. DATABASE_URL stands in $folder/url, the followers in $folder/url-replica"
  status
}

status() {
  local n
  for n in 1 2 3; do say "node $n: $(role_of $n || true)$([ -z "$(role_of $n)" ] && echo 'away')"; done
}

kill_node() {
  local at=$folder/node$1 pid
  [ -d "$at" ] || fail "there is no node $1 in $folder"
  # All at once, without a word to anybody: Patroni first, or it would start the others again.
  local pids=()
  for pid in "$at/patroni.pid" "$at/etcd.pid"; do alive "$pid" && pids+=("$(cat "$pid")"); done
  pid=$(head -1 "$at/postgres/postmaster.pid" 2>/dev/null || true)
  if [ -n "$pid" ]; then
    pids+=("$pid")
    for child in $(ps -o pid= --ppid "$pid" 2>/dev/null); do pids+=("$child"); done
  fi
  kill -9 "${pids[@]}" 2>/dev/null || true
}

down() {
  [ -d "$folder" ] || return 0
  local n
  for n in 1 2 3; do kill_node $n; done
  alive "$folder/haproxy.pid" && kill "$(cat "$folder/haproxy.pid")"
  rm -rf "$folder"
  say "Nothing is left in $folder"
}

# ── a real host ──────────────────────────────────────────────────────────────────────────────────────────────────────────

host() {
  local name=$1 one cluster='' hosts='' servers=() address=''
  shift
  [ $# -eq 3 ] || fail 'three hosts are needed, as NAME=ADDRESS'
  : "${TEND_HA_PASSWORD:?set it to a password, the same for all three}" "${TEND_HA_REPLICATION:?set it to another, the same for all three}"
  for one in "$@"; do
    cluster+="${cluster:+,}${one%%=*}=http://${one#*=}:2380"
    hosts+="${hosts:+, }'${one#*=}:2379'"
    servers+=("${one%%=*}=${one#*=}:5432:8008")
    [ "${one%%=*}" = "$name" ] && address=${one#*=}
  done
  [ -n "$address" ] || fail "$name is none of the three"
  local out=tend-ha-$name bin
  bin=$(pg_bin)
  umask 077
  mkdir -p "$out"
  write_etcd "$name" "$address" 2379 2380 /var/lib/etcd/tend "$cluster" >"$out/etcd.yml"
  # The machine is reset by its own watchdog where Patroni hangs and can no longer stop a PostgreSQL that leads.
  write_patroni "$name" "$address" 5432 8008 /var/lib/postgresql/tend "$hosts" "$bin" /var/run/postgresql automatic >"$out/config.yml"
  write_first "$bin" >"$out/tend.first"
  write_haproxy 5000 5001 127.0.0.1 "${servers[@]}" >"$out/haproxy.cfg"
  say "Written into $out. README.md says where each file goes."
}

case $command in
  up | status | down) folder=${2:-/tmp/tend-ha} && $command ;;
  kill) folder=${3:-/tmp/tend-ha} && kill_node "${2:?which node: 1, 2 or 3}" ;;
  revive) folder=${3:-/tmp/tend-ha} && start_node "${2:?which node: 1, 2 or 3}" ;;
  leader) folder=${2:-/tmp/tend-ha} && leader ;;
  ready) folder=${2:-/tmp/tend-ha} && leader >/dev/null && has_sync ;;
  host) shift && host "$@" ;;
  *) sed -n '2,14p' "$0" | sed 's/^# \{0,1\}//' && exit 2 ;;
esac
