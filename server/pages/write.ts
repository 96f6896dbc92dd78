import { escapeHtml } from './html.ts'
import type { Visitor } from './section.ts'

/** What stands in the letter-box besides its questions. */
export interface LetterBox {
  /** Makes pressing Send twice harmless. */
  once: string
  said?: { kind: 'good' | 'bad'; text: string }
  draft?: string
}

/** Words, photos, "It's solved", "I'm not happy". Never replaced while the page lives: somebody may be writing. */
export function letterBox({ page, voice, action }: Visitor, { once, said, draft }: LetterBox): string {
  const { told } = voice
  const solved = page.messages.some((message) => message.ours)
    ? `<button name="say" value="solved" class="quiet" formnovalidate>${told('pages.solved')}</button>`
    : ''
  return `<form method="post" action="${escapeHtml(action)}" id="write" enctype="multipart/form-data"><h2><label for="text">${told('pages.write')}</label></h2>${said ? saidHtml(said) : ''}<p id="help">${told('pages.writeHelp')}</p><textarea id="text" name="text" rows="6" maxlength="20000" required aria-describedby="help">${escapeHtml(draft ?? '')}</textarea><input type="hidden" name="once" value="${escapeHtml(once)}"><p><label for="files">${told('pages.addPhoto')}</label> <input type="file" id="files" name="files" multiple accept="image/*,.pdf"></p><div class="row"><button name="say" value="reply">${told('pages.send')}</button>${solved}<button name="say" value="unhappy" class="quiet" formnovalidate>${told('pages.unhappy')}</button></div></form>`
}

export const saidHtml = ({ kind, text }: { kind: 'good' | 'bad'; text: string }): string =>
  `<p class="said ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${escapeHtml(text)}</p>`
