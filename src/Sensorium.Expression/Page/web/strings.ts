import type { Language, Level, RegionData } from './data';

/** Every word of the page. The type of the Korean table makes a missing one an error. */
const en = {
  stage: 'Picture', controls: 'Controls', level: 'Level', zoom: 'Zoom', help: 'Help', close: 'Close',
  startHeading: 'Listen to this picture',
  startText: 'Press Start, then move over the picture: with the pointer, a finger or the arrow keys. Each colour has its instrument.',
  startAgain: 'Press Start, then move.',
  startNote: 'Nothing plays before you start. Escape stops everything.',
  start: 'Start', wait: 'Preparing the sounds …',
  speech: 'Spoken words', speechPage: 'This page speaks', speechReader: 'My screen reader speaks', speechOff: 'No speech',
  noVoice: 'This device has no voice of its own for this language, so the words go to the screen reader.',
  map: 'Sound map', mapKeys: 'Arrow keys move between regions, Enter goes into the parts, Backspace goes up, Space turns the sound on and off, Escape leaves. H shows all keys.',
  left: 'You have left the sound map.',
  noParts: 'No parts here.', goIn: 'Press Enter for its objects.', scanStarted: 'Scan started. It repeats until you stop it.', scanStopped: 'Scan stopped.', languageName: 'English',
  places: ['upper left', 'top', 'upper right', 'left', 'middle', 'right', 'lower left', 'bottom', 'lower right'],
  soundOn: 'Sound on', soundOff: 'Sound off', scan: 'Scan', scanStop: 'Stop scan', stop: 'Stop', say: 'Say it',
  zoomIn: 'Zoom in', zoomOut: 'Zoom out', zoomReset: 'Whole picture',
  whole: 'Whole', object: 'Objects', part: 'Parts',
  contents: 'Regions', show: 'Show the parts of', settings: 'Settings', about: 'Mood and measures',
  vision: 'Colour view', normal: 'Normal', protan: 'Protan (red-blind)', deutan: 'Deutan (green-blind)', tritan: 'Tritan (blue-blind)',
  visionNote: 'The picture is shown as it looks to these eyes. Colours that look alike now sound furthest apart.',
  volume: 'Volume', soundSet: 'Sounds', play: 'Playing', discrete: 'One voice for each region', continuous: 'Every pixel bends the sound',
  lowest: 'Lowest note', highest: 'Highest note', rangeReset: 'The picture’s own range', scanSeconds: 'Scan time',
  seconds: '{} seconds',
  idle: 'Move over the picture to hear it.', quiet: 'The sound is off.', scanning: 'The line sweeps from left to right: high notes are high in the picture.',
  key: 'Key', tempo: 'Tempo', beats: '{} beats a minute', mood: 'Mood', mapping: 'Mapping', mappingName: '{}',
  meter: 'Pointer to sound', meterNone: 'not measured yet', meterMeasured: 'median {median} ms, 95 % within {p95} ms ({count})',
  ofPicture: 'of the picture', broken: 'The sounds could not be decoded by this browser. The words still work.',
  languageButton: '한국어', helpHeading: 'Keys',
  helpPointer: 'Move the pointer or drag a finger over the picture: the region under it sounds, from its side. Rest for a moment and its colour is named. Two fingers zoom and move the picture.',
  helpScreenReader: 'With a screen reader, choose “My screen reader speaks”, then explore the regions as buttons or use the keys below inside the sound map. On a phone, touch exploration finds each region at its place; a double tap plays it.',
  helpKeysIn: 'These keys work while the sound map has the focus:',
  keyArrows: 'to the region on that side', keyPage: 'to the next or previous region of the list', keyHome: 'first or last region', keyEnter: 'into the parts', keyBack: 'up a level',
  keySpace: 'sound on or off', keySay: 'name the colour again', keyScan: 'start the scan, which repeats until you stop it; again: stop', keyEscape: 'stop, and leave the map', keyZoom: 'zoom', keyZoomReset: 'whole picture',
  keyVision: 'next colour view', keyLanguage: 'language', keyHelp: 'this help', keyPlay: 'one voice or every pixel',
  keyNames: { arrows: 'Arrows', page: 'Page Down, Page Up', home: 'Home, End', enter: 'Enter', back: 'Backspace', space: 'Space', escape: 'Escape' },
  pleasure: ['gloomy', 'a little gloomy', 'neutral', 'pleasant', 'very pleasant'],
  energy: ['very calm', 'calm', 'between calm and lively', 'lively', 'very lively'],
  temperature: ['cool', 'a little cool', 'neither warm nor cool', 'a little warm', 'warm'],
};

export type Strings = typeof en;
export type Word = { [K in keyof Strings]: Strings[K] extends string ? K : never }[keyof Strings];

const ko: Strings = {
  stage: '그림', controls: '조작', level: '단계', zoom: '확대', help: '도움말', close: '닫기',
  startHeading: '그림을 들어 보십시오',
  startText: '시작을 누른 뒤 포인터나 손가락, 화살표 키로 그림 위를 움직이십시오. 색마다 정해진 악기가 있습니다.',
  startAgain: '시작을 누른 뒤 움직이십시오.',
  startNote: '시작하기 전에는 아무 소리도 나지 않습니다. Esc 키를 누르면 모두 멈춥니다.',
  start: '시작', wait: '소리를 준비하는 중입니다 …',
  speech: '음성 안내', speechPage: '이 페이지가 말하기', speechReader: '화면 낭독기가 말하기', speechOff: '말하지 않기',
  noVoice: '이 기기에는 이 언어의 음성이 없어서 화면 낭독기로 안내를 보냅니다.',
  map: '소리 지도', mapKeys: '화살표 키로 영역 사이를 움직입니다. Enter는 부분으로 들어가고 Backspace는 위로 올라가며, Space는 소리를 켜고 끄고, Esc는 지도를 나갑니다. H를 누르면 모든 키를 볼 수 있습니다.',
  left: '소리 지도를 나왔습니다.',
  noParts: '더 나눌 부분이 없습니다.', goIn: 'Enter를 누르면 사물로 들어갑니다.', scanStarted: '훑어 듣기를 시작합니다. 멈출 때까지 되풀이합니다.', scanStopped: '훑어 듣기를 멈췄습니다.', languageName: '한국어',
  places: ['왼쪽 위', '위', '오른쪽 위', '왼쪽', '가운데', '오른쪽', '왼쪽 아래', '아래', '오른쪽 아래'],
  soundOn: '소리 켜짐', soundOff: '소리 꺼짐', scan: '훑어 듣기', scanStop: '훑기 멈춤', stop: '멈춤', say: '말하기',
  zoomIn: '확대', zoomOut: '축소', zoomReset: '그림 전체 보기',
  whole: '전체', object: '사물', part: '부분',
  contents: '영역 목록', show: '부분 펼치기:', settings: '설정', about: '분위기와 측정값',
  vision: '색 보기', normal: '보통', protan: '적색맹 (제1 색맹)', deutan: '녹색맹 (제2 색맹)', tritan: '청색맹 (제3 색맹)',
  visionNote: '그림을 해당 색각에서 보이는 대로 보여 줍니다. 비슷해 보이는 색일수록 소리가 더 뚜렷이 다릅니다.',
  volume: '음량', soundSet: '소리 세트', play: '연주 방식', discrete: '영역마다 한 가지 소리', continuous: '픽셀마다 변하는 소리',
  lowest: '가장 낮은 음', highest: '가장 높은 음', rangeReset: '그림의 원래 음역', scanSeconds: '훑는 시간',
  seconds: '{}초',
  idle: '그림 위를 움직이면 소리가 납니다.', quiet: '소리가 꺼져 있습니다.', scanning: '선이 왼쪽에서 오른쪽으로 지나갑니다. 높은 음일수록 그림의 위쪽입니다.',
  key: '조성', tempo: '빠르기', beats: '분당 {}박', mood: '분위기', mapping: '소리 대응', mappingName: '{} 기준',
  meter: '움직임에서 소리까지', meterNone: '아직 재지 않았습니다', meterMeasured: '중앙값 {median}밀리초, 95%는 {p95}밀리초 이내({count}회)',
  ofPicture: '그림의', broken: '이 브라우저가 소리를 풀지 못했습니다. 음성 안내는 쓸 수 있습니다.',
  languageButton: 'English', helpHeading: '사용하는 키',
  helpPointer: '포인터를 움직이거나 손가락으로 그림을 문지르면 그 아래 영역이 제 위치에서 소리를 냅니다. 잠시 멈추면 색 이름을 말합니다. 두 손가락으로 그림을 확대하고 옮깁니다.',
  helpScreenReader: '화면 낭독기를 쓰실 때는 “화면 낭독기가 말하기”를 고르십시오. 영역을 버튼으로 탐색하거나 소리 지도 안에서 아래 키를 쓸 수 있습니다. 휴대 전화에서는 손가락으로 훑으면 영역이 제자리에서 읽히고, 두 번 두드리면 소리가 납니다.',
  helpKeysIn: '소리 지도에 초점이 있을 때 쓰는 키입니다.',
  keyArrows: '그 방향의 영역으로', keyPage: '목록의 다음 또는 이전 영역으로', keyHome: '처음 또는 마지막 영역', keyEnter: '부분으로 들어가기', keyBack: '한 단계 위로',
  keySpace: '소리 켜기·끄기', keySay: '색 이름 다시 말하기', keyScan: '훑어 듣기 시작(멈출 때까지 되풀이), 다시 누르면 멈춤', keyEscape: '멈추고 지도 나가기', keyZoom: '확대·축소', keyZoomReset: '그림 전체 보기',
  keyVision: '다음 색 보기', keyLanguage: '언어 바꾸기', keyHelp: '이 도움말', keyPlay: '영역별 소리와 픽셀별 소리 바꾸기',
  keyNames: { arrows: '화살표', page: 'Page Down, Page Up', home: 'Home, End', enter: 'Enter', back: 'Backspace', space: 'Space', escape: 'Esc' },
  pleasure: ['어두운 느낌', '조금 어두운 느낌', '담담한 느낌', '밝은 느낌', '매우 밝은 느낌'],
  energy: ['매우 차분함', '차분함', '차분함과 활기의 중간', '활기참', '매우 활기참'],
  temperature: ['차가움', '조금 차가움', '따뜻하지도 차갑지도 않음', '조금 따뜻함', '따뜻함'],
};

export const strings: Readonly<Record<Language, Strings>> = { en, ko };

/** Share of an area: whole percents, and "under 1 %" for less. */
export function percent(share: number, language: Language): string {
  const rounded = Math.round(share * 100);
  if (rounded < 1) return language === 'ko' ? '1% 미만' : 'under 1 %';
  return withPercent(rounded, language);
}

/** "70 %", "70%". */
export const withPercent = (value: number, language: Language): string => (language === 'ko' ? `${value}%` : `${value} %`);

/** "31 % of the picture", "그림의 31%". */
export function shareOfPicture(share: number, language: Language): string {
  const text = strings[language].ofPicture;
  return language === 'ko' ? `${text} ${percent(share, language)}` : `${percent(share, language)} ${text}`;
}

/** A region wider or taller than this share of the picture has no side of its own. */
const WIDE = 0.7;

/** Where in the picture a region lies, "upper left"; nothing for one that fills most of it. */
export function placeOf({ level, anchor: [x, y], box: [left, top, right, bottom] }: RegionData, language: Language): string {
  const wide = right - left > WIDE;
  const tall = bottom - top > WIDE;
  if (level === 'whole' || (wide && tall)) return '';
  const third = (value: number): number => Math.min(2, Math.max(0, Math.floor(value * 3)));
  const column = wide ? 1 : third(x);
  const row = tall ? 1 : third(y);
  return strings[language].places[row * 3 + column] ?? '';
}

export const levelName = (level: Level, language: Language): string => strings[language][level];

/** One of five words for a value in -1..1. */
export const graded = (words: readonly string[], value: number): string =>
  words[value < -0.5 ? 0 : value < -0.15 ? 1 : value <= 0.15 ? 2 : value <= 0.5 ? 3 : 4] ?? '';
