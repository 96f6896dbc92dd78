/** English words the promise reader goes by, each set one question. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

export const will = set("will 'll shall gonna wil")
export const beForms = set("am 'm are 're is 's be")
export const pronouns = set(
  'i we you he she it they this that someone somebody everyone everything one these those there nobody nothing u',
)
export const determiners = set(
  'most many some several the a an your our my his her their this that these those each every both all any some no its ur one two three four five six another either neither',
)
export const coordinators = set('and or but so then plus & yet n')
export const subordinators = set(
  "if once when whenever until till til unless because since although though while whilst whether after before as lest provided providing 'cause cos cause except",
)
export const questionWords = set('what how where who whom whose why whichever whatever wherever which')
export const prepositions = set(
  'of from for in at with to on by over under into onto about through within without near behind beside between via per off round around toward towards against outside inside opposite above below beneath along across among',
)

/** Between a modal and its verb, or between a subject and its modal. */
export const adverbs = set(
  `also then just personally certainly definitely gladly happily now still both all immediately shortly myself ourselves himself herself themselves soon
  first next quickly already simply kindly directly straight instead again actually really in-turn therefore obviously naturally absolutely
  surely swiftly duly either promptly individually jointly together separately manually of-course only even finally`,
)
export const hedges = set(
  'probably possibly maybe perhaps hopefully likely presumably ideally theoretically provisionally potentially conceivably apparently supposedly should may might could would',
)
export const habits = set('usually normally always typically generally ordinarily automatically commonly')

/** A matrix verb that makes what follows a hope, a belief or somebody's report. */
export const believing = set(
  'hope hopes hoping think thinks thought guess reckon believe believes imagine suppose suspect assume doubt wish trust expect expects fancy bet predict anticipate figure sure confident certain hopeful optimistic doubtful likely possible chance pray understand gather hear worried afraid-that fear',
)
export const reporting = set(
  'said say says saying told tells tell promised stated claim claims claimed wrote writes reported mentioned reckons insisted advised advise informed estimates estimated quoted heard asked ask asks wondering wonder know knew knows predicts shows showed suggests suggested',
)

/** Not us: a promise of theirs is none of ours. */
export const thirdParties = set(
  `bank banks insurer insurers insurance landlord landlady manufacturer supplier suppliers dhl ups fedex hermes evri dpd gls usps yodel parcelforce postnl inpost amazon paypal apple
  google microsoft klarna visa mastercard samsung openreach council airline airport police hmrc dvla nhs gp solicitor solicitors lawyer lawyers employer neighbour neighbor neighbours builder government court lab mill
  factory wholesaler importer publisher vendor seller embassy consulate customs ebay etsy stripe facebook meta hospital school university embassy utility network carrier provider
  post postman postie bpost correos ctt anpost mechanic roofer lender lenders broker postnord calmac ryanair easyjet eurostar colissimo chronopost purolator auspost aramex tnt fastway tuffnells hmcts dwp irs ofgem ofcom zoopla rightmove airbnb uber deliveroo doordash instacart whatsapp vodafone virgin telecom airways airlines utilities client clients tenant tenants vendor buyer buyers purchaser purchasers landlords claimant defendant ombudsman tribunal regulator adjudicator scheme authority authorities broker agency partner accountant competitor maker makers distributor distributors caterer garage dealership dealer`,
)
export const thirdPhrases = [
  'royal mail',
  'post office',
  'home office',
  'passport office',
  'tax office',
  'land registry',
  'app store',
  'play store',
  'deutsche post',
  'la poste',
  'an post',
  'swiss post',
  'credit card company',
  'card issuer',
  'card company',
  'third party',
  'parcel force',
  'delivery company',
  'shipping company',
  'courier company',
]

/** Theirs, not ours: what they do is no promise, what we do for them is. */
export const family = set(
  'husband wife son daughter mother father mum mom dad child children baby partner brother sister dog cat pet neighbour neighbor',
)

/** What acts by itself: software, machines, the card that is retried. */
export const systems = set(
  `system app application website site software card autosave portal server update updates light lamp display screen boiler machine device phone router printer battery timer sensor alarm thermostat
  program programme tool feature bot algorithm page link button browser plugin code password subscription plan trial membership account licence license key weather rain sun paint glue dough wood leather wine
  option options setting settings feature features menu screen tab field version step steps action process method attempt period
  cache sync backup scheduler job script firmware meter pump fan engine motor valve pipe lock camera wifi internet signal password cookie session token price prices`,
)
/** Places that close and open: what is said of their doors is an announcement. */
export const places = set(
  'lobby foyer corridor lift elevator stairs stairwell hallway entrance shop store office library line lines branch bakery counter studio showroom cafe café restaurant bar gym pool museum phones phone-lines reception kitchen desk shops offices branches',
)

/** Two of them act as one does. */
const withPlurals = (words: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([
    ...words,
    ...[...words]
      .filter((word) => /(?:er|or|ist|ian|ant)$/.test(word) && word !== 'member')
      .map((word) => `${word}s`),
  ])

/** People and teams that act as us. */
export const roles = withPlurals(
  set(
    `housekeeping catering engineering purchasing accounting marketing lettings nursing ticketing customer-care team engineer engineers driver drivers technician technicians courier couriers colleague colleagues manager managers plumber plumbers fitter fitters baker bakers warehouse workshop department
  tech techs installers crews surveyors inspectors nurses drivers decorators valuer valuers adjuster loss-adjuster solicitor-team consultant consultants physio optician pharmacist dispatcher dispatchers underwriter underwriters librarian librarians curator waiter waitress sommelier
  doctor doctors consultant-team carer carers therapist therapists lawyer lawyers ranger rangers groomer groomers dresser builder-team bricklayer tiler painter painters roofer-team farrier instructor instructors captain skipper pilot guide guides steward stewards lecturer invigilator midwife paramedic worker workers valet
  supervisor specialist specialists advisor adviser advisors advisers agent agents representative rep reps staff crew chef cook kitchen bakery porter receptionist assistant secretary director boss
  owner head nurse dentist vet surveyor inspector installer installers electrician carpenter joiner gardener cleaner cleaners housekeeper concierge host hostess trainer tutor teacher caretaker
  developer developers designer designers accountant accounts finance billing legal hr it support sales dispatch logistics payroll admin facilities maintenance complaints returns claims despatch
  vicar priest curate organist binder valeter tester apprentice trainee paralegal sweep arborist videographer auctioneer conservator person volunteer volunteers intern
  electricians-mate groundsman groundskeeper signwriter welder machinist optometrist chef-de-partie croupier lifeguard ranger lecturer supervisor-of-works foreman forewoman storeman stockman yardman lineman linesman repairman serviceman deliveryman postroom
  disputes licensing groundworks grants examinations after-sales data-team
  human someone somebody people folks guy guys lads lad girl girls man men woman handyman van vans partner-team printers printer-team studio shop branch office desk reception group squad committee board panel officer registrar
  rider riders messenger runner haulier hauliers mover movers plasterer plasterers glazier glaziers tuner upholsterer sparky headmaster headmistress principal bursar rector matron chaplain dean clerk clerks usher bosun purser barber seamstress dressmaker mason stonemason thatcher brewer winemaker potter luthier bookbinder framer engraver goldsmith silversmith verger controller scheduler coordinator coordinators organiser organizer examiner assessor assessors auditor treasurer chairman chairwoman chairperson warden counsellor counselor psychologist dietitian dietician hygienist radiographer phlebotomist sonographer anaesthetist surgeon obstetrician podiatrist chiropodist audiologist orthodontist dispenser recruiter chauffeur archivist bursary registry registrar registrars admissions bookings lettings outpatients radiology pathology physiotherapy reservations safeguarding procurement compliance operations ops estates executive executives associate associates representatives member analyst expert experts case-handler handler caseworker operator planner buyer stylist barista florist tailor jeweller watchmaker mechanic mechanics moderator editor writer operative operatives contractor contractors archivist archivists trustees reviewer ward-sister porters receptionists chefs assistants trainers tutors teachers caretakers gardeners electricians carpenters joiners developers designers supervisors stylists florists tailors dentists vets moderators handlers senco headteacher tutor photographer decorator locksmith`,
  ),
)
/** Things whose names end like those of people ("our newsletter"). */
export const notPeople = set(
  `order orders letter letters number numbers offer offers voucher vouchers computer computers server servers newsletter newsletters sticker stickers charger chargers adapter adaptor folder folders poster posters filter filters heater heaters cooker freezer monitor motor container containers cover covers paper papers power timer
  counter corner center centre summer winter water weather answer answers error errors floor door doors tower flyer brochure scanner planter ladder trailer tractor elevator calculator refrigerator generator radiator dryer washer mixer toaster boiler blender router printer speaker register calendar ledger matter manner master banner blinker buffer cylinder dinner laser lever locker meter paperwork quarter quarters reminder reminders remainder shutter spinner summary supper trigger user warrant variant restaurant plant grant constant merchant account discount amount`,
)
/** Of the above the groups: "he" and "she" never mean them, and a name beside them is a place's. */
export const teams = set(
  'disputes licensing groundworks grants examinations housekeeping catering engineering purchasing accounting marketing lettings nursing ticketing team warehouse workshop department registry admissions bookings outpatients radiology pathology physiotherapy reservations safeguarding procurement compliance operations ops estates kitchen bakery panel crew staff accounts finance billing legal hr it support sales dispatch despatch logistics payroll admin facilities maintenance complaints returns claims shop studio branch office desk reception group squad committee board folks guys people lads girls sales',
)
/** Words that begin sentences with a capital and name nobody. */
export const notNames = set(
  `bus train coach ferry tram shuttle flight plane time times word words news things work life god heaven love luck home health safety quality access traffic weather business money cash interest progress data support customer-service patience practice nature silence success failure
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december today tomorrow tonight christmas easter
  dear hi hello hey morning afternoon evening thanks thank sorry please yes no ok okay sure right well oh ah great good perfect lovely super fine done noted understood apologies hopefully unfortunately fortunately luckily sadly
  yours ours theirs hers what when where why how who which there here if once not never more less most least many much several few other others further another such enough half
  first second third last next new old big small best better full free sir madam mate love darling pal buddy team all everybody everyone nobody nothing something anything none pending also see let as at part parts`,
)
export const titles = set(
  'dr mr mrs ms miss mx prof professor sir dame lord lady father sister councillor cllr rev',
)

/** Plural things that stand for all of their kind: policy. */
export const generic = set(
  'bins orders refunds customers clients subscribers owners decisions results letters invitations certificates announcements readers families shareholders delegates attendees authors candidates households homes doors seats buses trains flights classes sessions lessons fees orders refunds customers members residents returns deliveries parcels payments applications claims requests guests visitors passengers users subscribers tenants collections exchanges repairs replacements packages shipments purchases complaints bookings reservations tickets enquiries inquiries emails calls prices rates fees charges items products goods people applicants patients students pupils parents staff services changes interest shipping delivery service stock supplies',
)
/** Singular things people name without an article in a chat. */
export const bareThings = set(
  'replacement refund parcel order package invoice engineer driver technician courier label confirmation details tracking receipt quote estimate report contract courier plumber fitter colleague manager update money deposit item mug box everything rest both',
)
export const money = set(
  'premium payment repayment instalment installment balance rent debit premium amount total fee charge bill subscription money payments instalments direct-debit price deposit',
)

/** What someone of ours may do; used where only a form, not "will", makes the promise. */
export const acts = set(
  `call ring phone email e-mail mail text dm pm whatsapp write message contact send post ship dispatch deliver bring drop take collect pick fetch return refund credit reimburse replace repair fix mend sort swap exchange order reorder
  book arrange organise organize check look ask find speak talk chase escalate pass forward update confirm issue cancel change move add remove install fit test clean paint bake make build cut print prepare pack wrap
  come visit meet go get put give let report reset restore set keep hold reserve save transfer release pay process prepare draft share upload follow raise review read finish complete start begin
  circle loop reach trace locate rush bump squeeze slot shift square iron-out email-across open submit examine inspect assess diagnose photograph rectify rewrite refit restock reactivate refresh translate transcribe deduct-from gather compile circulate raise-a lodge
  flag nudge ping introduce revisit resolve authorise authorize schedule inform notify consult source supply settle advise upgrade extend allocate assign appoint chase-up clarify verify dispute log upload mark sort-out email-you rearrange redeliver redirect retrieve recover scan slip stick throw knock action revert investigate sign file fill register enter open-a close-your lift waive extend reply answer respond help show teach tell walk talk-you courier overnight redo remake resend reissue re-send rebook reschedule drive pop swing stop
  knock hand leave measure photograph log note pull run do get-back touch see-to amend correct adjust apply approve unlock activate deactivate switch turn top charge-back compensate record document copy attach transfer relay feed brief join work deal handle sew stitch tune polish service treat weigh count load unload roll resume lay tile hang bleed drain fill flush prune plant water mow iron press alter hem varnish sweep tidy hoover vacuum rinse carry glue sand drill plaster wire clear shout assemble engrave recut calculate retouch collate port`,
)
export const irregular: Readonly<Record<string, string>> = {
  sent: 'send',
  made: 'make',
  done: 'do',
  paid: 'pay',
  built: 'build',
  found: 'find',
  brought: 'bring',
  put: 'put',
  kept: 'keep',
  shown: 'show',
  given: 'give',
  rung: 'ring',
  taken: 'take',
  set: 'set',
  told: 'tell',
  held: 'hold',
  cut: 'cut',
  written: 'write',
  drawn: 'draw',
  driven: 'drive',
  seen: 'see',
  got: 'get',
  gotten: 'get',
  met: 'meet',
  read: 'read',
  run: 'run',
  sewn: 'sew',
  left: 'leave',
  lent: 'lend',
  let: 'let',
  bound: 'bind',
  hung: 'hang',
  dealt: 'deal with',
  begun: 'begin',
  chosen: 'choose',
  flown: 'fly',
  shut: 'shut',
  sold: 'sell',
  spoken: 'speak',
  thrown: 'throw',
  reset: 'reset',
  redone: 'redo',
  rebuilt: 'rebuild',
  withdrawn: 'withdraw',
  resent: 'resend',
  're-sent': 're-send',
  split: 'split',
  spread: 'spread',
  upheld: 'uphold',
  overseen: 'oversee',
  laid: 'lay',
  borne: 'bear',
  fed: 'feed',
  heard: 'hear',
  bought: 'buy',
  caught: 'catch',
  swept: 'sweep',
  ground: 'grind',
  dug: 'dig',
  recut: 'recut',
  sawn: 'saw',
  wound: 'wind',
  relaid: 'relay',
  stuck: 'stick',
}
/** Participles that are states or take from the customer. */
export const notDone = set(
  `declined charged billed debited deducted required needed asked retried used located pleased delighted missed based limited expected interested disappointed surprised noticed supposed allowed permitted entitled obliged forced
  thrilled tickled chuffed amazed gutted relieved stunned touched tired bored closed-for invoiced levied withheld delayed affected needed applicable prompted redirected logged deleted-automatically bound subject missed unaffected excited advised-to honoured honored appreciated renewed auto-renewed retained fined caused followed-by assumed considered treated generated suspended disconnected forfeited repossessed`,
)
/** What things of ours do when we do it: leave, arrive, follow. */
export const thingVerbs = set(
  'arrive arrives leave leaves ship ships reach reaches follow follows land start starts begin begins come comes go goes return returns finish finishes depart departs commence resume turn hit get appear show clear drop receive post',
)
export const receiving = set('receive get have hear be')
/** What we give a customer who "will get" or "have" it. */
export const gifts = set(
  `call email e-mail text message letter reply answer response update refund money replacement parcel package delivery card report quote estimate visit invoice receipt label credit note confirmation copy
  draft final proof sketch design tracking number details news word date time voucher payment cheque check discount compensation key keys contract form pack booklet policy certificate it them that these this one both link code version comments decision results result feedback
  document documents statement notification sms ring phonecall callback back engineer driver technician someone order cake new full detailed written everything rest another something sample samples`,
)

/** One of them or several: "two emails", "the photos". */
export const isGift = (word: string): boolean =>
  gifts.has(word) || (word.endsWith('s') && word.length > 4 && gifts.has(word.slice(0, -1)))

/** What an I or we that "will" does not promise: speech, states, talk about the talk. One phrase a row, words from the verb on. */
export const idle: readonly (readonly string[])[] = `
defer | be letting you down | let you down | believe it | be restocking | be honest | be frank | be clear | be blunt | be straight | be brief | be quick | be fair | be happy | be glad | be delighted | be pleased | be sorry | be able | be unable | be here | be around | be open | be closed | be away
be off | be out | be on leave | be on holiday | be on vacation | be on annual | be in the office | be in a meeting | be at my desk | be at the desk | be available | be unavailable | be thinking | be hoping | be trying | be aiming | be needing
be waiting | be missing | be looking forward | be closing | be opening | be reopening | be grateful | be using | be asking you | be charging | be right back | be celebrating | be more than | be only too | be sad | be lost | be doing | be holding a | be running a | be running the | be visiting | be travelling | be traveling | be raising | be increasing | be putting prices | be changing our | be hiring | be expanding | be attending | be fine | be okay | be ok | be good
be a | be an | be the | be your | be one | be proud | be excited | be keeping our fingers | be there for | be moving | be upgrading | be introducing | be launching | be performing | be carrying | be relocating | be hosting | be in the shop
admit | confess | concede | grant you | say | bet | wager | miss | remember | forget | understand | assume | presume | take it that | take that as | take this as | take your word | want | look forward | appreciate | love | hate | like
leave you to | leave you with | leave it there | leave that with you | leave it with you | leave this with you | leave it to you | leave that to you | leave it up to | leave you in | keep this short | keep this brief | keep this simple | keep it short | keep it brief
keep it simple | keep the time | keep my fingers | keep our fingers | keep fingers | hope | try | aim | endeavour | endeavor | strive | attempt | seek | do my best | do our best | do what | do everything | do all | do my utmost | do our utmost | do whatever | never | always
charge | bill | debit | deduct | require | invoice you if | ask you to | ask that you | let you go | let you get | let you decide | let you choose | let you be | say goodbye | explain | begin by | start by | start with | answer your | answer these | await | wait | hear | know | know more
think | agree | disagree | think about | see | see you | see how it | see. | spare you | warn you | remind you | be reminding | have to charge | have to decline | have to refuse | have to ask you | have to disappoint | need you | need your | need a | need the | need some | need to see your | need to ask you | need more | need
take a moment | take this opportunity | go first | be frank | cut to | get straight to | get right to | get to the point | try my best | try our best | own up | spell out | summarise | summarize | put my hands | hold my hands | eat my | be damned | bear that in mind | keep it in mind | keep this in mind | keep that in mind | keep you in mind | keep your comments in mind | keep your feedback in mind | take it on board | take this on board | take that on board | take your comments on board | take your feedback on board | bear it in mind | bear this | value | cherish | welcome | close on | close at | close early | close for | open at | open on | reopen | remain | stay | continue | be standing by | be right here | keep an eye out for your | keep an eye on your inbox | struggle | lose | find it | find that | end up | run out | regret | share your frustration | accept nothing | tell you what | not
consider | stand by | stick with | settle for | have a great | go easy | save you | vote | take your points | take these points | take each | take them one | enjoy | get it | get there | get used | get better | grow | become | cost | total | last | probably`
  .split(/[|\n]/)
  .map((phrase) => phrase.trim())
  .filter(Boolean)
  .map((phrase) => phrase.split(' '))

/** "let me …" that is no act: it opens a sentence, or asks. */
export const idleLet = set(
  'know explain be say tell start begin apologise apologize assure introduce reassure clarify stress emphasise emphasize add put guess remind summarise summarize ask-you describe elaborate address rephrase first quote thank congratulate express repeat point make wish have',
)

export const imperatives = set(
  `lmk hmu send reply confirm pay bring return dm pm let log message drop pop give tell forward upload sign fill email e-mail mail ring call phone text write post click press choose pick select provide share attach submit complete answer quote
  come visit take leave hand put enter type download install restart reset try check order book place keep hold make show quote scan measure photograph transfer settle approve accept fax respond advise state specify include contact get hop go
  use open register create verify unplug print wrap ship mention ask speak stop add remove save test report hit shoot ping chuck stick throw buzz swing look read review shout say direct-message inbox nominate name`,
)
/** What a customer does that we can see: the condition of a conditional promise. */
export const customerActs = set(
  `send sent reply replied respond responded confirm confirmed pay paid bring brought return returned let log logged message messaged drop dropped pop popped give given gave tell told forward forwarded upload uploaded sign signed fill
  filled email emailed mail mailed ring rung call called phone phoned text texted write written post posted choose chosen chose pick picked select selected provide provided share shared attach attached submit submitted complete completed
  answer answered come visit take leave hand put enter entered download install order ordered book booked place placed transfer transferred settle settled approve approved accept accepted agree agreed decide decided make made quote
  get-in scan scanned dm dmed pm fill say said hop register registered verify verified cancel cancelled canceled arrive show report go click ship shipped print open buy bought advise contact place request requested ask asked quote read return finish finished deposit point nominate name hand supply supplied set reset try`,
)
/** Taste, wish, need: the condition of an offer. */
export const tastes = set(
  'like want prefer wish need love fancy rather prefered interested happy unhappy require desire care mind feel think find ever have',
)
