// Runs before `npm start`, `npm test` and `npm run tend`: installs when the lock changed, builds the web app when its
// sources changed, and is silent and quick when there is nothing to do. It has no dependencies, since it runs before they
// exist, under whatever Node the machine has. Every word goes to stderr: stdout belongs to the command that follows.
//   --test   the tools of development are needed too, whatever NODE_ENV says
//   --quiet  for commands: the web app is left alone
//   --care   with --quiet: the care line is bundled all the same
var version = process.versions.node.split('.').map(Number)

// Only syntax that an old Node can read up to here; the rest is loaded once we know it fits.
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  process.stderr.write(
    `\n  Tend needs Node 20.19 or newer to start; this is ${process.version}. Nothing was changed.\n` +
      '  Install a newer Node from https://nodejs.org (or with your package manager), then run the same command again.\n\n',
  )
  process.exit(1)
}

import('./getReady.mjs').then((ready) => ready.getReady(process.argv.slice(2)))
