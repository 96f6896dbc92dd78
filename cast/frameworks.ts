/** Skeletons, not letters: what stands between the slots is order and honesty, the slots are where the person comes in. */
export const frameworks: { name: string; text: string }[] = [
  {
    name: 'We failed you',
    text: 'Dear {{preferredName}},\n\n{{what it cost them, in their words}}: that was our doing. {{what happened}}, and I am sorry.\n\n{{what we have done or do now}}. {{what happens next}} by {{day and time}}, and I will write to you then, whatever the news is.\n\n{{myName}}',
  },
  {
    name: 'We cannot keep the time',
    text: 'Dear {{preferredName}},\n\nI said {{the old day and time}} for {{their matter}}, and I cannot keep it: {{the reason, plainly}}. It will be {{the new day and time}} instead. If that is bad for you, {{another way}}.\n\nI am sorry for turning {{what it turns over for them}} over.\n\n{{myName}}',
  },
  {
    name: 'A visit is booked',
    text: 'Dear {{preferredName}},\n\n{{who}} comes to you on {{day and time}} for {{their matter in their words}}. It takes about {{how long}}; {{what they need to prepare, or nothing}}.\n\n{{what to do if it gets worse before}}.\n\n{{myName}}',
  },
  {
    name: 'No, but',
    text: 'Dear {{preferredName}},\n\n{{what they asked}} is not possible: {{the reason, plainly}}. What I can do is {{another way, with its price and day}}. Would that help you with {{what they need it for}}?\n\n{{myName}}',
  },
  {
    name: 'We found the cause',
    text: 'Dear {{preferredName}},\n\n{{what they noticed, in their words}} came from {{the cause, in plain words}}. I have {{what was done}}, and {{what keeps it from happening again}}.\n\n{{what they should look out for, and until when}}.\n\n{{myName}}',
  },
  {
    name: 'One thing is missing',
    text: 'Dear {{preferredName}},\n\nfor {{their matter}} I need one thing from you: {{the one thing, and why}}. When I have it, {{what happens}} by {{day and time}}. Everything else is in my hands.\n\n{{myName}}',
  },
  {
    name: 'What it costs',
    text: 'Dear {{preferredName}},\n\n{{their matter}} costs {{price}} with everything: {{what is in it}}. {{what is not in it}}. The price holds until {{date}}; {{how to say yes, in one step}}.\n\n{{myName}}',
  },
  {
    name: 'Thank you for writing that',
    text: 'Dear {{preferredName}},\n\n{{what they wrote, in their words}}: {{who it was about}} has read it, and {{what they said or did}}. {{something only this person could get}}.\n\nThank you for taking the time.\n\n{{myName}}',
  },
]
