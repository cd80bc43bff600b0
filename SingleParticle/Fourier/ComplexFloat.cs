using System.Globalization;
using System.Runtime.InteropServices;

namespace SingleParticle.Fourier;

/// <summary>A complex number of two 32-bit floats, real part first.</summary>
/// <param name="Real">Real part.</param>
/// <param name="Imaginary">Imaginary part.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct ComplexFloat(float Real, float Imaginary)
{
    /// <summary>The complex conjugate.</summary>
    public ComplexFloat Conjugate => new(Real, -Imaginary);

    /// <summary>The squared modulus.</summary>
    public float SquaredMagnitude => (Real * Real) + (Imaginary * Imaginary);

    /// <summary>Sum.</summary>
    public static ComplexFloat operator +(ComplexFloat left, ComplexFloat right) =>
        new(left.Real + right.Real, left.Imaginary + right.Imaginary);

    /// <summary>Difference.</summary>
    public static ComplexFloat operator -(ComplexFloat left, ComplexFloat right) =>
        new(left.Real - right.Real, left.Imaginary - right.Imaginary);

    /// <summary>Negative.</summary>
    public static ComplexFloat operator -(ComplexFloat value) => new(-value.Real, -value.Imaginary);

    /// <summary>Complex product.</summary>
    public static ComplexFloat operator *(ComplexFloat left, ComplexFloat right) => new(
        (left.Real * right.Real) - (left.Imaginary * right.Imaginary),
        (left.Real * right.Imaginary) + (left.Imaginary * right.Real));

    /// <summary>Product with a real factor.</summary>
    public static ComplexFloat operator *(ComplexFloat value, float factor) => new(value.Real * factor, value.Imaginary * factor);

    // The record's own text would print Conjugate, whose text prints its Conjugate, without end.
    /// <summary>For instance 0.5-2i.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Real}{Imaginary:+0.######;-0.######;+0}i");
}
