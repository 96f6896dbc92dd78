/** Something a person can put right; its message says what happened, what was kept, what to do. */
export class Trouble extends Error {}

const causes = [
  {
    // npm says the code, Node's own errors carry it, Vite prints it.
    signs: /\b(ENOSPC|EDQUOT)\b|no space left/i,
    sentence: (root) =>
      `The disk that holds ${root} is full. What was installed before still stands. Make about 1 GB of room, then run the same command again.`,
  },
  {
    signs: /\b(EROFS|EACCES|EPERM)\b|read-only file system/i,
    sentence: (root) =>
      `This user may not write in ${root}. Nothing was changed. Give this user the folder (chown), or clone Tend into a folder of this user's own, then run the same command again.`,
  },
  {
    signs: /\b(CERT_\w+|SELF_SIGNED_\w+|UNABLE_TO_(GET_ISSUER|VERIFY)\w*|DEPTH_ZERO_SELF_SIGNED_CERT)\b/,
    sentence: () =>
      'The package registry showed a certificate that this machine does not trust. What was installed before still stands. If your network looks into encrypted traffic, name its certificate with NODE_EXTRA_CA_CERTS=/path/to/it.pem, then run the same command again.',
  },
  {
    signs:
      /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|FETCH_ERROR)\b/,
    sentence: () =>
      'The package registry cannot be reached from here. What was installed before still stands. Check the network (behind a proxy, set HTTPS_PROXY; with a registry of your own, npm config set registry), then run the same command again.',
  },
  {
    signs: /\bEINTEGRITY\b/,
    sentence: () =>
      'A downloaded package is not the one that the lock file names, so it was thrown away. What was installed before still stands. Try again; if it happens twice, ask whoever runs your package registry.',
  },
  {
    signs: /\bEUSAGE\b/,
    sentence: () =>
      'package.json and package-lock.json do not fit together. Nothing was changed. Take both from the same version of Tend (git status shows whether one was edited), then run the same command again.',
  },
]

/** The sentence for an error of ours, of Node's, or in the output of a program that failed. */
export function asTrouble(error, root) {
  if (error instanceof Trouble) return error.message
  const text = `${error?.code ?? ''} ${error?.output ?? ''} ${error?.message ?? error}`
  const known = causes.find((cause) => cause.signs.test(text))
  if (known) return known.sentence(root)
  const last = String(error?.output ?? error?.stack ?? error)
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('npm http'))
    .slice(-12)
    .join('\n  ')
  return `Tend could not get ready: ${error?.message ?? error}. What was there before still stands.\n\n  ${last}`
}
