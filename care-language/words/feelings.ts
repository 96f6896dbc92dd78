const set = (words: string) => new Set(words.split(/\s+/))

/** Words that praise a person or their work. */
export const praising = set(
  'admirable adorable amazing awesome beautiful beautifully best bravo brilliant brilliantly charming clever congrats congratulations courageous brave cool cute dedicated delicious delightful divine elegant epic excellent exceptional exquisite extraordinary fab fabulous fantastic fascinating flawless friendly fun funny generous genius gorgeous good graceful great hero heroic hilarious impressive impressed incredible incredibly inspiring inspirational kudos legend legendary lovely magnificent marvellous marvelous masterpiece neat nice nicely outstanding perfect perfectly phenomenal polite precious prettiest pretty professional proud remarkable respect sharp skilled skill smart smooth solid spectacular splendid star stellar strong stunning sublime super superb superior sweet talented talent terrific thoughtful thorough tremendous valuable well-done wholesome winner wise wonderful wonderfully wow clean kind kindest helpful patient underrated favorite favourite iconic masterful glorious spot-on handsome badass',
)

/** Words of displeasure that need no context. */
export const negative = set(
  'abandoned absurd abuse abused abusive afraid agony alone angry anguish annoyed annoying anxious appalled appalling ashamed atrocious awful awkward bad badly betrayed bitter boring broke broken bullshit bummed bummer clueless complain complaint confused corrupt coward crap crappy crazy creepy cringe cruel cry crying cursed damn dangerous dead depressed depressing despair desperate destroyed devastated died disappointed disappointing disappointment disaster disgrace disgraceful disgusted disgusting dishonest dismal disrespectful distressed disturbing dreadful dumb embarrassed embarrassing evil fail failed failing fails failure fake fear foolish fool frustrated frustrating frustration furious garbage ghastly grief grieving gross guilty hate hated hateful hates hating heartbreaking heartbroken hell helpless hideous hopeless horrible horribly horrid horrific horrified hostile hurt hurts hurting hypocrite idiot idiotic idiots ignorant incompetent inept insane insulting irritated irritating jealous joke junk kill killed lame liar lie lied lies lonely lose loser losers losing loss lost mad mess messed miserable misery miss mistake moron nasty nervous nightmare nonsense numb offended offensive outrageous pain painful panic pathetic petty pissed poor problem racist rage regret ridiculous rip rubbish rude ruin ruined sad sadly sadness scam scared scary selfish shame shameful shit shitty shocked shocking sick sorry stress stressed stressful struggling stupid suck sucked sucks suffer suffered suffering suicide terrible terribly terrified terrifying threat tired toxic tragedy tragic trash trashy ugly unacceptable unbearable unfair unfortunate unfortunately unhappy unhelpful upset upsetting useless vile villain violence weak weird worried worry worse worst worthless wrong disappoint hated sigh ugh yikes oof ouch sobbing worrying bothered unpleasant lousy dreading dread regretted embarrassingly cringey messed-up gutted',
)

/** Words of anger: a part of the above, and the swearing. */
export const angry = set(
  'angry annoyed annoying ass asshole assholes bastard bastards bitch bullshit crap cunt damn damned dick disgusting disrespectful douche douchebag dumb dumbass fuck fucked fucker fuckers fucking fucks fury furious garbage goddamn hate hated hates hell idiot idiotic idiots ignorant infuriating insulting irritating jackass jerk joke liar lies mad moron morons outrage outraged outrageous pathetic piss pissed pissing prick rage retarded rude scum shame shit shitty shut sick stfu stupid stupidity sucks toxic trash ugh unacceptable useless worst wtf loser clown clowns hypocrite ridiculous entitled petty nonsense annoys pos screw',
)

/** Words of sadness, fear and disappointment. */
export const sorrowful = set(
  'afraid alone anxious anxiety ashamed broken cry cried crying dead death depressed depressing depression died disappointed disappointing disappointment embarrassed embarrassing fear feared frightened funeral grief guilty heartbreaking heartbroken hopeless hurt hurts lonely loss lost miserable miss missed missing nervous nightmare pain painful panic regret rip sad saddened sadly sadness scared scary shame sorry suffered suffering terrified tragic unfortunate unfortunately upset upsetting worried worry tears sobbing grieving mourn disheartening',
)

export const thankful = set(
  'thank thanks thankyou thx thnx tnx ty tysm cheers grateful gratitude appreciate appreciated appreciative thankful thanx thanku obliged indebted merci gracias danke obrigado obrigada thankfully',
)

/** Words that turn what follows. */
export const turning = set(
  "not no never none nothing nobody hardly barely isn't aren't wasn't weren't don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't ain't without neither nor lack lacks",
)
