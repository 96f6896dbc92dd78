/** RFC 3676: joins the lines a program broke while writing `format=flowed`; quote depth and the signature line stay. */
export function unflow(text: string, removeSpace: boolean): string {
  const out: string[] = []
  let open: string | null = null
  for (const line of text.split('\n')) {
    const depth = /^>*/.exec(line)![0]
    const rest = line.slice(depth.length).replace(/^ /, '')
    const continues: boolean = open === depth && rest !== '-- '
    if (continues) out[out.length - 1] += rest
    else out.push(depth ? `${depth} ${rest}` : rest)
    open = /[^ ] +$/.test(rest) && rest !== '-- ' ? depth : null
    if (open !== null && removeSpace) out[out.length - 1] = out.at(-1)!.replace(/ $/, '')
  }
  return out.join('\n')
}
