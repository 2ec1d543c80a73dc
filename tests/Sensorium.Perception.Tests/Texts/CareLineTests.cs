namespace Sensorium.Perception.Tests;

/// <summary>Words of self-harm are noticed, sayings are not.</summary>
public sealed class CareLineTests
{
    [Theory]
    [InlineData("I want to die")]
    [InlineData("i just wanna die, nobody would care")]
    [InlineData("I don't want to live anymore.")]
    [InlineData("I am going to kill myself")]
    [InlineData("Sometimes I think about ending my life")]
    [InlineData("I've been having suicidal thoughts again")]
    [InlineData("I'm not suicidal, I am only tired")]
    [InlineData("I wish I was dead")]
    [InlineData("I wish I had never been born")]
    [InlineData("everyone would be better off without me")]
    [InlineData("there is no reason to live")]
    [InlineData("I keep cutting myself")]
    [InlineData("I'm thinking of hurting myself")]
    [InlineData("I’m just going to end it all tonight")]
    [InlineData("I WANT TO DIE")]
    public void For_EnglishWordsOfSelfHarm_NamesTheDirectory(string text)
    {
        LocalizedText? line = CareLine.For(text);

        Assert.Contains("findahelpline.com", line?.English, StringComparison.Ordinal);
        Assert.Contains("findahelpline.com", line?.Korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("죽고 싶다")]
    [InlineData("요즘 너무 힘들어서 죽고싶어요")]
    [InlineData("그냥 사라지고 싶어")]
    [InlineData("더 이상 살기 싫어요")]
    [InlineData("살고 싶지 않다")]
    [InlineData("살 이유가 없다")]
    [InlineData("자살 충동이 들어요")]
    [InlineData("자살하고 싶은 건 아니에요")]
    [InlineData("어제 손목을 그었어")]
    [InlineData("목숨을 끊으려고 했다")]
    [InlineData("차라리 죽는 게 낫겠어")]
    [InlineData("다리에서 뛰어내리고 싶다")]
    [InlineData("극단적인 선택을 하고 싶다")]
    public void For_KoreanWordsOfSelfHarm_NamesKoreasLine(string text)
    {
        LocalizedText? line = CareLine.For(text);

        Assert.Contains("109", line?.Korean, StringComparison.Ordinal);
        Assert.Contains("109", line?.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I could kill for a pizza")]
    [InlineData("This cake is to die for")]
    [InlineData("I want to die laughing")]
    [InlineData("I'm dying to see you")]
    [InlineData("I nearly died of embarrassment")]
    [InlineData("My phone died again")]
    [InlineData("He killed it on stage last night")]
    [InlineData("I cut myself shaving")]
    [InlineData("The suicide rate fell last year, the report says")]
    [InlineData("Suicide Squad is a film")]
    [InlineData("Kill the process and start it again")]
    [InlineData("I don't want to live in London")]
    [InlineData("The battery won't die")]
    [InlineData("We ended it all with a toast")]
    [InlineData("배고파 죽겠다")]
    [InlineData("졸려 죽겠어")]
    [InlineData("보고 싶어 죽겠다")]
    [InlineData("웃겨 죽는 줄 알았다")]
    [InlineData("귀여워 죽겠네")]
    [InlineData("너 죽을래?")]
    [InlineData("죽을 먹었다")]
    [InlineData("휴대폰이 죽었다")]
    [InlineData("더워서 죽을 것 같아")]
    [InlineData("이 게임 죽여준다")]
    [InlineData("자살 예방 교육이 열렸다")]
    [InlineData("여기서 더 살고 싶다")]
    [InlineData("")]
    public void For_Sayings_SaysNothing(string text) => Assert.Null(CareLine.For(text));

    [Theory]
    [InlineData("KR", "109")]
    [InlineData("us", "988")]
    [InlineData("GB", "116 123")]
    [InlineData("IE", "116 123")]
    [InlineData("ZZ", "findahelpline.com")]
    public void For_Country_NamesItsLine(string country, string number) =>
        Assert.Contains(number, CareLine.For("I want to die", country)?.English, StringComparison.Ordinal);

    [Fact]
    public void For_LongTextOfNothing_Ends() => Assert.Null(CareLine.For(new string('i', 1 << 20) + " " + string.Concat(Enumerable.Repeat("i am ", 200_000))));
}
