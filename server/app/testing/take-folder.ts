import { FolderInUse, lockFolder } from '#server/database/lock.ts'

// Takes the folder of TEND_DATA and keeps it, or says that somebody lives there: what every start does first.
try {
  await lockFolder(process.env.TEND_DATA!)
  process.stdout.write('lives\n')
  setInterval(() => {}, 1000)
} catch (error) {
  process.stdout.write(error instanceof FolderInUse ? 'in use\n' : `${(error as Error).message}\n`)
  process.exit(error instanceof FolderInUse ? 3 : 1)
}
