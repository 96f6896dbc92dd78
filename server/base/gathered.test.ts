import { expect, test } from 'vitest'
import { gathered } from './gathered.ts'

/** Work that ends when it is told to. */
function bench() {
  const lots: (readonly string[])[] = []
  const ends: (() => void)[] = []
  const work = async (all: readonly string[]) => {
    lots.push(all)
    await new Promise<void>((resolve) => ends.push(resolve))
    if (all.includes('a torn envelope')) throw new Error('torn')
    return all.map((one) => one.toUpperCase())
  }
  return { lots, work, end: () => ends.shift()!() }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('whoever comes alone is served at once; those who come meanwhile go together, and each has its own answer', async () => {
  const { lots, work, end } = bench()
  const ask = gathered(work, 3)
  const all = ['maria', 'joao', 'helen', 'bruno', 'noor'].map((one) => ask(one))
  expect(lots).toEqual([['maria']])
  for (let n = 0; n < 3; n++) {
    end()
    await turn()
  }
  expect(lots).toEqual([['maria'], ['joao', 'helen', 'bruno'], ['noor']])
  expect(await Promise.all(all)).toEqual(['MARIA', 'JOAO', 'HELEN', 'BRUNO', 'NOOR'])
  expect(ask('miriam')).toBeInstanceOf(Promise)
  expect(lots.at(-1)).toEqual(['miriam'])
})

test('one that fails fails alone, and those behind it are served', async () => {
  const { lots, work, end } = bench()
  const ask = gathered(work, 10)
  const first = ask('maria')
  const [joao, torn, helen] = [ask('joao'), ask('a torn envelope'), ask('helen')]
  const fails = expect(torn).rejects.toThrow('torn')
  end()
  await turn()
  const later = ask('bruno')
  end()
  await turn()
  expect(lots.slice(2)).toEqual([['joao'], ['a torn envelope'], ['helen']])
  for (let n = 0; n < 3; n++) end()
  await turn()
  end()
  expect(await Promise.all([first, joao, helen, later])).toEqual(['MARIA', 'JOAO', 'HELEN', 'BRUNO'])
  await fails
})
