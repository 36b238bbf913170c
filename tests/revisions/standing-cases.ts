// Where a note stands once all states of its source are asked: made-up texts, and what must come of them.

export type StandingCase = {
  readonly name: string;
  /** States of the source, oldest first; lines are paragraphs. */
  readonly states: readonly string[];
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** The state, from 0, for which the present wording was accepted. */
  readonly acceptedFor?: number;
  /** `verdict`, then the words that stand right before the passage in the newest state, or the proposed ones. */
  readonly expected: readonly [verdict: string, words?: string];
};

const lead = "The minister arrived on Monday and was met at the station by nobody at all.";
const claim = "The bridge will not be closed.";
const tail = "A second paragraph tells of the weather, which was mild for the season.";
const close = "The talks end on Friday and the papers will be signed in the morning.";
const text = (...lines: readonly string[]) => lines.join("\n");

export const standingCases: readonly StandingCase[] = [
  { name: "one state", states: [text(lead, claim)], exact: claim, expected: ["null"] },
  {
    name: "nothing changed",
    states: [text(lead, claim), text(lead, claim)],
    exact: claim,
    expected: ["unchanged"],
  },
  {
    name: "an edit elsewhere",
    states: [text(lead, claim, tail), text(lead, claim, close)],
    exact: claim,
    expected: ["unchanged"],
  },
  {
    name: "a negation goes",
    states: [text(lead, claim, tail), text(lead, "The bridge will be closed.", tail)],
    exact: claim,
    expected: ["changed", "The bridge will be closed."],
  },
  {
    name: "gone, and a look-alike elsewhere has the very words",
    states: [
      text(lead, "He spoke of peace.", tail, close),
      text(lead, tail, close, "At night he spoke to the press. He spoke of peace."),
    ],
    exact: "spoke of peace",
    expected: ["lost"],
  },
  {
    name: "gone from the first state, with a look-alike that stays from the second on",
    states: [
      text(lead, "He spoke of peace.", tail, close),
      text(lead, tail, close, "She too spoke of peace."),
      text(lead, tail, close, "She too spoke of peace.", "More followed."),
    ],
    exact: "spoke of peace",
    expected: ["lost"],
  },
  {
    name: "said again beside itself in the second state, and reworded where it first stood in the third",
    states: [
      text(lead, claim, tail),
      text(lead, claim, `She said it again. ${claim}`, tail),
      text(lead, "The bridge will be closed.", `She said it again. ${claim}`, tail),
    ],
    exact: claim,
    expected: ["changed", "The bridge will be closed."],
  },
  {
    name: "said again beside itself in the second state, and gone where it first stood from the third",
    states: [
      text(lead, claim, tail),
      text(lead, claim, `She said it again. ${claim}`, tail),
      text(lead, `She said it again. ${claim}`, tail),
    ],
    exact: claim,
    expected: ["lost"],
  },
  {
    name: "said again far off in the second state, and gone where it first stood from the third",
    states: [
      text(lead, claim, tail, close),
      text(lead, claim, tail, close, `He repeated it. ${claim}`),
      text(lead, tail, close, `He repeated it. ${claim}`),
    ],
    exact: claim,
    expected: ["lost"],
  },
  {
    name: "said again far off in the second state, and both stay",
    states: [
      text(lead, claim, tail, close),
      text(lead, claim, tail, close, `He repeated it. ${claim}`),
      text(lead, claim, close, `He repeated it. ${claim}`),
    ],
    exact: claim,
    expected: ["unchanged"],
  },
  {
    name: "reworded in the second state, and the old words said beside the new ones in the third",
    states: [
      text(lead, claim, tail),
      text(lead, "The bridge will be closed.", tail),
      text(lead, "The bridge will be closed.", `She said otherwise. ${claim}`, tail),
    ],
    exact: claim,
    expected: ["changed", "The bridge will be closed."],
  },
  {
    name: "reworded in the second state and put right in the third",
    states: [
      text(lead, claim, tail),
      text(lead, "The bridge will be closed.", tail),
      text(lead, claim, tail),
    ],
    exact: claim,
    expected: ["unchanged"],
  },
  {
    name: "taken out and put back",
    states: [text(lead, claim, tail), text(lead, tail), text(lead, claim, tail)],
    exact: claim,
    expected: ["unchanged"],
  },
  {
    name: "unchanged at first, changed at last",
    states: [
      text(lead, claim, tail),
      text(lead, claim, tail, close),
      text(lead, "The bridge will soon be closed.", tail, close),
    ],
    exact: claim,
    expected: ["changed", "The bridge will soon be closed."],
  },
  {
    name: "a note on words that only the newest state has",
    states: [text(lead, tail), text(lead, claim, tail)],
    exact: claim,
    expected: ["null"],
  },
  {
    name: "a note of the newest state whose context tells it from the older passage",
    states: [
      text(lead, "He spoke of peace.", tail, close),
      text(lead, tail, close, "She too spoke of peace."),
    ],
    exact: "spoke of peace",
    prefix: "She too",
    expected: ["null"],
  },
  {
    name: "both sides of the context fit the newest state alone",
    states: [
      text("He spoke of peace at last.", tail, close),
      text(tail, close, "She too spoke of peace at last."),
    ],
    exact: "spoke of peace",
    prefix: "She too",
    suffix: "at last",
    expected: ["null"],
  },
  {
    name: "a wording that was accepted for the newest state",
    states: [
      text(lead, "He spoke of peace.", tail, close),
      text(lead, tail, close, "She too spoke of peace."),
    ],
    exact: "spoke of peace",
    acceptedFor: 1,
    expected: ["null"],
  },
  {
    name: "a wording that was accepted for the second of three",
    states: [
      text(lead, "He spoke of peace.", tail, close),
      text(lead, tail, close, "She too spoke of peace."),
      text(lead, tail, close, "A new line.", "She too spoke of peace."),
    ],
    exact: "spoke of peace",
    acceptedFor: 1,
    expected: ["unchanged"],
  },
  {
    name: "a wording that was accepted for the second of three and then changed",
    states: [
      text(lead, claim, tail),
      text(lead, claim, tail, close),
      text(lead, "The bridge will be closed.", tail, close),
    ],
    exact: claim,
    acceptedFor: 1,
    expected: ["changed", "The bridge will be closed."],
  },
  {
    name: "a paragraph is carried to the end",
    states: [text(lead, claim, tail, close), text(lead, tail, close, claim)],
    exact: claim,
    expected: ["moved"],
  },
  {
    name: "the words stand twice now, and theirs are where they were",
    states: [text(lead, claim, tail, close), text(lead, claim, tail, close, claim)],
    exact: claim,
    expected: ["unchanged"],
  },
  {
    name: "a paragraph is split within the passage",
    states: [text(lead, `${claim} ${tail}`, close), text(lead, claim, tail, close)],
    exact: `${claim} ${tail}`,
    expected: ["unchanged"],
  },
  {
    name: "typography alone",
    states: [
      text(lead, 'He said: "It\'s a long - very long - road."', tail),
      text(lead, "He said: “It’s a long – very\u00a0long – road.”", tail),
    ],
    exact: "It's a long - very long - road.",
    expected: ["unchanged"],
  },
  {
    name: "a digit",
    states: [
      text(lead, "About 1,200 tonnes were landed in May.", tail),
      text(lead, "About 1,250 tonnes were landed in May.", tail),
    ],
    exact: "About 1,200 tonnes were landed",
    expected: ["changed", "About 1,250 tonnes were landed"],
  },
  {
    name: "Russian: a negation comes",
    states: [
      text("Министр прибыл в понедельник.", "Мост будет закрыт.", "Погода была мягкой."),
      text("Министр прибыл в понедельник.", "Мост не будет закрыт.", "Погода была мягкой."),
    ],
    exact: "Мост будет закрыт.",
    expected: ["changed", "Мост не будет закрыт."],
  },
  {
    name: "Arabic: a number",
    states: [
      text("وصل الوزير يوم الاثنين.", "نُقلت ٤٠٠ حاوية إلى الميناء.", "كان الطقس معتدلًا."),
      text("وصل الوزير يوم الاثنين.", "نُقلت ٥٠٠ حاوية إلى الميناء.", "كان الطقس معتدلًا."),
    ],
    exact: "٤٠٠ حاوية إلى الميناء",
    expected: ["changed", "٥٠٠ حاوية إلى الميناء"],
  },
  {
    name: "Chinese: a negation comes inside",
    states: [
      text("部长星期一抵达首都。", "大桥将会关闭三天。", "天气温和宜人。"),
      text("部长星期一抵达首都。", "大桥将不会关闭三天。", "天气温和宜人。"),
    ],
    exact: "大桥将会关闭三天",
    expected: ["changed", "大桥将不会关闭三天"],
  },
  {
    name: "Japanese: gone",
    states: [
      text("大臣は月曜日に到着した。", "橋は三日間閉鎖される。", "天気は穏やかだった。"),
      text("大臣は月曜日に到着した。", "天気は穏やかだった。"),
    ],
    exact: "橋は三日間閉鎖される",
    expected: ["lost"],
  },
  {
    name: "Korean: unchanged beside an edit",
    states: [
      text("장관은 월요일에 도착했다.", "다리는 폐쇄되지 않는다.", "날씨는 온화했다."),
      text("장관은 화요일에 도착했다.", "다리는 폐쇄되지 않는다.", "날씨는 온화했다."),
    ],
    exact: "다리는 폐쇄되지 않는다",
    expected: ["unchanged"],
  },
  {
    name: "Thai: a negation comes",
    states: [
      text("รัฐมนตรีเดินทางมาถึงวันจันทร์", "สะพานจะปิดสามวัน", "อากาศไม่หนาว"),
      text("รัฐมนตรีเดินทางมาถึงวันจันทร์", "สะพานจะไม่ปิดสามวัน", "อากาศไม่หนาว"),
    ],
    exact: "สะพานจะปิดสามวัน",
    expected: ["changed", "สะพานจะไม่ปิดสามวัน"],
  },
  {
    name: "Hindi: a name",
    states: [
      text("मंत्री सोमवार को पहुँचे।", "पुल पर राम कुमार ने भाषण दिया।", "मौसम अच्छा था।"),
      text("मंत्री सोमवार को पहुँचे।", "पुल पर श्याम कुमार ने भाषण दिया।", "मौसम अच्छा था।"),
    ],
    exact: "राम कुमार ने भाषण दिया",
    expected: ["changed", "श्याम कुमार ने भाषण दिया"],
  },
];
