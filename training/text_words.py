"""Groups of English words that belong together in feeling, written for this project: rare words borrow from common ones of their group.

Each word also stands for its usual endings. What a group does to valence, arousal and dominance is learnt, not stated here.
"""
GROUPS = {
    "death": "die died dies dying dead death deaths kill killed killing kills murder murdered murderer suicide corpse corpses funeral grave graves buried burial fatal fatally deadly execution executed casualty casualties slain slaughter massacre drown drowned cemetery mourn mourning coffin lethal assassinated assassination perish victims victim",
    "violence": "attack attacked attacks assault assaulted beat beaten beating hit punch stab stabbed shoot shooting shot gun guns weapon weapons knife blood bloody bleeding wound wounded injure injured injury injuries torture tortured rape raped abuse abused violent violence brutal fight fighting struck smash smashed strangled threat threaten threatened threatening slap kick hostage kidnapped",
    "war": "war wars army armies troops soldier soldiers military bomb bombs bombing bombed explosion explosions exploded missile missiles terror terrorist terrorists terrorism invasion invaded battle enemy enemies rebel rebels insurgents militants nuclear combat airstrike occupation siege guerrilla",
    "disaster": "disaster earthquake flood floods flooding hurricane storm tornado tsunami fire fires burned burning crash crashed wreck wrecked collapse collapsed destroyed destruction destroy devastated devastating damage damaged ruin ruined ruins ash catastrophe emergency famine drought epidemic accident accidents",
    "illness": "sick sickness ill illness disease diseases cancer virus infection infected pain painful hurt hurting hurts ache suffer suffered suffering suffers hospital patient patients fever cough poison poisoned poisoning disabled disability wheelchair stroke diabetes aids hiv symptoms blind deaf exhausted tired weary weak",
    "crime": "crime crimes criminal criminals police arrest arrested jail prison prisoner prisoners guilty steal stole stolen theft thief thieves robbed robbery fraud corrupt corruption illegal drug drugs trafficking scandal bribery lawsuit sued convicted charged accused suspect suspects trial sentenced gang smuggling",
    "sorrow": "sad sadness sadly cry cried crying tears tear weep wept sob sobbed grief sorrow lonely alone loneliness miserable misery despair hopeless depressed depression depressing heartbroken broken lost loss lose losing missed unhappy tragic tragedy regret sorry unfortunately gloomy bleak melancholy abandoned orphan orphans homesick forgotten",
    "fear": "afraid fear fears feared scared scary frightened frightening terrified terrifying horror horrible horrified panic panicked dread nervous anxious anxiety worry worried worries nightmare nightmares danger dangerous threatened alarm alarmed trembling creepy haunted ghost monster darkness scream screamed screaming risk risky",
    "anger": "angry anger furious rage mad hate hated hatred hates hostile annoyed annoying irritated outrage outraged bitter resent resentment revenge yell yelled shouted shouting shout cursed argue argued argument protest protests protesters riot clash clashes condemn condemned blame blamed accuse insult insulted idiot stupid damn hell jerk",
    "disgust": "disgust disgusting disgusted gross filthy dirty rotten stink stinking smell smelly vomit puke nasty ugly vile sewage garbage trash rat rats maggots slime sweat mold toxic polluted pollution waste shit crap pee piss",
    "failure": "fail failed fails failure failures failing worst worse bad badly poor poorly wrong mistake mistakes error errors problem problems trouble troubles troubled difficult difficulty struggle struggling struggled unable impossible useless worthless pointless disappointed disappointing disappointment defeat defeated reject rejected refuse refused deny denied denies decline declined fell fall drop cut cuts quit dropped",
    "poverty": "poverty hungry hunger starving starved homeless unemployed unemployment debt bankrupt bankruptcy broke recession crisis layoffs fired welfare needy refugees refugee slum beggar deprived disadvantaged eviction foreclosure",
    "meanness": "cruel cruelty evil liar lie lies lied lying cheat cheated betray betrayed betrayal selfish greedy greed shame shameful ashamed humiliated humiliation guilt racist racism discrimination unfair injustice harsh arrogant ignorant pathetic fool foolish mock mocked bully bullied",
    "pressure": "stress pressure tension tense burden strict forced force demand demanded order ordered must restrict restrictions ban banned forbidden prohibit warned warning warn delay delayed deadline tax taxes controversy controversial conflict conflicts dispute concern concerns concerned criticism criticized",
    "love": "love loved loves loving lover lovers kiss kissed hug hugged embrace romance romantic darling sweetheart beloved dear dearest affection tender passion passionate wedding married marriage marry bride honeymoon adore adored valentine cherish cuddle heart",
    "joy": "happy happiness happily glad joy joyful delight delighted delightful cheerful cheer cheered smile smiled smiling smiles laugh laughed laughing laughter fun funny enjoy enjoyed enjoying enjoyable pleasure pleased pleasant merry bliss thrilled ecstatic excited exciting excitement amused amusing giggled grinned grin playful",
    "praise": "good great wonderful excellent amazing awesome fantastic perfect best better brilliant superb outstanding incredible marvelous magnificent terrific nice fine lovely beautiful beauty beautifully gorgeous charming elegant impressive remarkable special favorite splendid extraordinary exquisite admire admired genius talented talent fabulous",
    "success": "win won wins winning winner winners victory success successful successfully succeed achieved achievement achieve award awards prize champion championship triumph gain gained improve improved improvement improving progress growth grow growing promotion promoted graduate graduated graduation opportunity opportunities earned goal medal record proud pride accomplish accomplished accomplishment",
    "kindness": "help helped helps helping helpful thank thanks thankful grateful gratitude appreciate appreciated kind kindness generous generosity gift gifts donate donated donation donations volunteer volunteers care caring support supported supporting friend friends friendly friendship welcome welcomed share sharing forgive gentle comfort comforted rescue rescued save saved charity encourage encouraged encouraging",
    "hope": "hope hopes hoped hopeful hopefully wish dream dreams promise promising future believe faith trust optimistic confident confidence inspire inspired inspiring inspiration bless blessed blessing miracle heaven pray prayer god lucky luck fortunately fortune freedom free peace peaceful",
    "celebration": "party parties celebrate celebrated celebration birthday christmas holiday holidays vacation festival festivals concert music song songs dance danced dancing sing singing sang game games play played playing toys fireworks wine champagne feast picnic anniversary congratulations",
    "nature": "sun sunny sunshine sunset sunrise sea beach ocean island islands mountain mountains river lake forest garden gardens flower flowers tree trees spring summer birds bird sky blue green gold golden moonlight stars snow breeze meadow landscape scenic butterfly rainbow puppy kitten",
    "food": "delicious tasty food dinner lunch breakfast cake chocolate coffee fruit fresh cook cooked cooking meal meals sweet bread cheese restaurant restaurants taste flavor pie cookies soup",
    "home": "family families mother father mom dad son daughter baby babies child children home grandmother grandfather wife husband brother sister parents kids school teacher together community neighbors",
    "calm": "calm quiet quietly silence silent still slow slowly rest rested relax relaxed relaxing sleep slept asleep sleeping sleepy gentle gently soft softly lay sat sit sitting stood bed steady patiently nap dull bored boring routine usual ordinary simply plain lazy drowsy serene",
    "sudden": "suddenly sudden instantly immediately shock shocked shocking surprise surprised surprising amazed astonished unexpected unbelievable burst rushed rush hurry hurried ran run running jumped jump leapt race raced fast quick quickly wild wildly intense desperate desperately urgent frantic huge enormous massive roar exploded",
    "strength": "power powerful strong strength strongly control controlled lead leader leaders leadership president king queen boss master command commander government law authority rule ruled dominate dominant independent brave courage courageous bold determined hero heroes major chief",
    "weakness": "helpless powerless vulnerable victimized small little lost confused confusion uncertain unsure doubt doubts doubtful insecure shy embarrassed begging beg begged surrender obey slave slaves slavery trapped stuck dependent needy timid hesitated hesitant",
    "record": "report reported reports according percent million billion year years number numbers study data table section figure statement committee department commission document information standard standards rate average total model system method analysis officials program programs company companies market office policy",
}


def words():
    """(word, group number) pairs."""
    return [(word, index) for index, group in enumerate(GROUPS.values()) for word in dict.fromkeys(group.split())]


# Beginnings of Korean words, one to three syllables; endings vary.
KOREAN_GROUPS = {
    "joy": "행복 기쁘 기쁨 기뻐 즐거 즐겁 신나 신난 신남 웃음 웃기 웃겨 재밌 재미있 유쾌 흥겨 흥미 설레 설렘 짜릿 환호 축하 만세 좋아 좋은 좋다 좋네 좋겠 좋았",
    "love": "사랑 애정 아껴 아끼 소중 귀여 귀엽 예쁘 예뻐 예쁜 이쁘 이뻐 이쁜 사랑스 다정 포근 따뜻 따스 안아 연인 결혼 그리워 보고싶 응원 힘내 화이팅 파이팅",
    "thanks": "감사 고마 고맙 은혜 덕분 축복 존경 훌륭 대단 최고 멋지 멋있 멋져 감동 감탄 자랑 뿌듯 위대 참된 착하 착한 친절 배려 선행 미담 영웅 천사",
    "hope": "희망 기대 기다 바랍 바라 소원 꿈을 믿음 믿습 믿고 응원 안심 다행 평화 평온 편안 편하 여유 힐링 건강 행운 성공 합격 승리 우승 발전",
    "sorrow": "슬프 슬퍼 슬픔 눈물 울었 울고 우는 울컥 서럽 서러 외로 외롭 쓸쓸 그립 안타까 안타깝 아프 아픈 아픔 아파 불쌍 가엾 가슴 명복 고인 애도 추모 이별 헤어 죽음 떠나 떠났 유족",
    "despair": "절망 포기 끝났 망했 망한 실패 좌절 우울 힘들 힘든 힘드 지치 지친 지쳐 괴로 괴롭 고통 자살 불행 비참 허무 막막 답답 후회 한숨 피곤",
    "anger": "화나 화가 열받 빡치 빡쳐 빡침 짜증 분노 분통 욕나 욕이 미친 미쳤 새끼 시발 씨발 개새 지랄 닥쳐 꺼져 열불 화딱 성질 억울 괘씸 처벌 사형 구속 감옥 엄벌",
    "complaint": "불만 불평 지긋 지겨 지겹 그만 제발 도대체 맨날 또다시 언제까 왜이 뭐하 뭐냐 답이 세금 물가 비싸 비싼 환불 민원 불편 느려 별로 실망 최악 엉망 형편",
    "contempt": "한심 어이 황당 어처구 기가 무식 무능 멍청 바보 찌질 쪽팔 창피 뻔뻔 비겁 위선 내로남 꼴값 꼴보 수준 주제 웃기네 개그 코미디 정신차 정신병 쓰레 양심 철없 나대 관종 호구",
    "doubt": "의심 거짓 사기 속이 속았 속는 조작 음모 정말로 진짜로 과연 글쎄 설마 믿을 못믿 수상 은폐 핑계 변명 말바 뒷돈 비리 적폐 언플 기레 가짜",
    "disgust": "역겨 역겹 징그 더러 더럽 구역 토나 혐오 극혐 극협 추하 추악 변태 성폭 성추 성범 강간 살인 악마 짐승 벌레 냄새 썩은 썩었 괴물 인간쓰 혐한 패륜",
    "fear": "무섭 무서 공포 두려 두렵 겁나 겁이 소름 섬뜩 끔찍 불안 걱정 염려 우려 위험 조심 사고 전쟁 감염 확진 바이러 코로나 백신 지진 화재 사망 위협 긴장 초조",
    "surprise": "놀라 놀랐 놀랍 깜짝 충격 경악 헐 헉 세상에 대박 와우 우와 와 신기 신박 궁금 뜻밖 갑자기 반전 당황 당혹 난감 의외 몰랐 처음 이럴수 믿기",
    "shame": "미안 죄송 부끄 반성 사과 잘못 죄책 용서 민망 쑥스 자책 창피 속죄 송구",
    "laugh": "ㅋㅋ ㅋㅋㅋ ㅎㅎ ㅎㅎㅎ ㅋ ㅎ",
    "cry": "ㅠㅠ ㅜㅜ ㅠ ㅜ ㅠㅠㅠ ㅜㅜㅜ",
    "burden": "부담 귀찮 싫다 싫어 싫은 싫네 하기싫 꺼려 부족 어렵 어려 곤란 복잡 억지 강요 힘겨 버거 눈치",
    "neutral": "그냥 보통 경우 때문 관련 대해 따라 위해 통해 이번 오늘 내일 어제 지난 현재 발표 기사 뉴스 기자 정부 국회 회사 지역 서울 부산 시간 방법 정보 내용 영상 채널 가격 제품 사용 추천 확인",
}
